import { PhaseTable, waveVectors } from "../crystal/ewald/waveVectors";
import type { Structure } from "../crystal/structure";
import { scatteredElectrons, scatteringFactor, type ScatteringFactor } from "./scatteringFactors";

/** Lines of a powder diffraction pattern, by rising angle. */
export interface PowderPattern {
  /** 2 theta, degrees. */
  readonly angles: Float64Array;
  /** The strongest line has 100. */
  readonly intensities: Float64Array;
}

/** Cu K alpha, mean of both lines, angstrom. */
const wavelength = 1.54184;
/** Lines closer than this are one, degrees. */
const sameAngle = 1e-5;
/** Weaker lines are left out; the strongest has 100. */
const weakest = 1e-3;
/** More reflections than this take seconds. */
const mostReflections = 200_000;

/**
 * The powder pattern of Cu K alpha up to an angle: kinematic, with the factor of Lorentz and polarisation
 * (1 + cos^2 2 theta) / (sin^2 theta cos theta), without displacements. Atoms scatter by their occupancy. A reason in place of
 * it where an element has no scattering factor, or the cell is too large.
 *
 * @param largest 2 theta, degrees.
 */
export function powderPattern(structure: Structure, largest: number): PowderPattern | string {
  const cutoff = (2 * Math.sin((largest * Math.PI) / 360)) / wavelength;
  if ((4 / 3) * Math.PI * cutoff ** 3 * structure.lattice.volume > mostReflections)
    return "the cell is too large";
  const amplitudes = new SiteAmplitudes(structure);
  if (amplitudes.stranger !== undefined) return `${amplitudes.stranger} has no scattering factor`;
  const { count, indices, squares, most } = waveVectors(structure.lattice, 2 * Math.PI * cutoff);
  const phases = new PhaseTable(amplitudes.positions, most);
  const order = Uint32Array.from({ length: count }, (_, i) => i).sort(
    (one, other) => (squares[one] ?? 0) - (squares[other] ?? 0),
  );
  const lines = new Lines();
  for (const i of order) {
    const wave = Math.sqrt(squares[i] ?? 0) / (2 * Math.PI);
    const theta = Math.asin((wavelength * wave) / 2);
    const [h = 0, k = 0, l = 0] = indices.subarray(3 * i, 3 * i + 3);
    phases.fill(h, k, l, amplitudes.cosines, amplitudes.sines);
    lines.add((theta * 360) / Math.PI, amplitudes.square((wave * wave) / 4) * polarisation(theta));
  }
  return lines.pattern();
}

function polarisation(theta: number): number {
  return (1 + Math.cos(2 * theta) ** 2) / (Math.sin(theta) ** 2 * Math.cos(theta));
}

/** Adds up what the sites scatter into one reflection after the other. */
class SiteAmplitudes {
  /** Fractional coordinates, `3 x sites`. */
  readonly positions: Float64Array;
  /** Phases of the sites, to be filled for each reflection. */
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
  /** An element that does not scatter, as far as is known. */
  readonly stranger: string | undefined;
  private readonly factors: ScatteringFactor[] = [];
  /** Sites, element and occupancy of each occupant. */
  private readonly occupants: { start: number; end: number; factor: number; occupancy: number }[] = [];

  constructor({ orbits }: Structure) {
    this.positions = Float64Array.from(orbits.flatMap(({ images }) => [...images]));
    const sites = this.positions.length / 3;
    [this.cosines, this.sines] = [new Float64Array(sites), new Float64Array(sites)];
    const known = new Map<string, number>();
    let start = 0;
    for (const { multiplicity, occupants } of orbits) {
      for (const { element, occupancy } of occupants) {
        const factor = known.get(element) ?? this.addFactor(element);
        if (factor === undefined) this.stranger = element;
        else {
          known.set(element, factor);
          this.occupants.push({ start, end: start + multiplicity, factor, occupancy });
        }
      }
      start += multiplicity;
    }
  }

  private addFactor(element: string): number | undefined {
    const factor = scatteringFactor(element);
    return factor && this.factors.push(factor) - 1;
  }

  /** The squared amplitude at s^2, in 1/angstrom^2, with the phases that were filled in. */
  square(squaredS: number): number {
    const strengths = this.factors.map((factor) => scatteredElectrons(factor, squaredS));
    let [real, imaginary] = [0, 0];
    for (const { start, end, factor, occupancy } of this.occupants) {
      let [cosine, sine] = [0, 0];
      for (let site = start; site < end; site++) {
        cosine += this.cosines[site] ?? 0;
        sine += this.sines[site] ?? 0;
      }
      const strength = occupancy * (strengths[factor] ?? 0);
      real += strength * cosine;
      imaginary += strength * sine;
    }
    return real * real + imaginary * imaginary;
  }
}

/** Joins reflections of one angle, which come by rising angle. */
class Lines {
  private readonly angles: number[] = [];
  private readonly intensities: number[] = [];

  add(angle: number, intensity: number): void {
    const last = this.angles.length - 1;
    const near = (i: number) => Math.abs((this.angles[i] ?? -Infinity) - angle) < sameAngle;
    const line = near(last - 1) ? last - 1 : near(last) ? last : this.angles.push(angle) - 1;
    this.intensities[line] = (this.intensities[line] ?? 0) + intensity;
  }

  pattern(): PowderPattern {
    const strongest = this.intensities.reduce((most, intensity) => Math.max(most, intensity), 0);
    const scaled = this.intensities.map((intensity) => (100 * intensity) / strongest);
    const kept = [...scaled.keys()].filter((i) => (scaled[i] ?? 0) > weakest);
    return {
      angles: Float64Array.from(kept, (i) => this.angles[i] ?? 0),
      intensities: Float64Array.from(kept, (i) => scaled[i] ?? 0),
    };
  }
}
