import type { Spectrum } from "../../server/src/impedance/spectrum";
import { normalNumbers } from "./normalNumbers";
import { biologicText, gamry, scientific, table, withComma, zplot } from "./instrumentFiles";

/**
 * The spectra of `examples/impedance/`, of a pellet that does not exist: grains and grain boundaries of a lithium garnet, each
 * a resistance beside a constant phase element, behind electrodes that block.
 */
const thicknessCm = 0.12;
const diameterCm = 1;
const areaCm2 = (Math.PI / 4) * diameterCm ** 2;
const boltzmann = 8.617333262e-5;

/** S/cm at a temperature, from sigma T = A exp(-E_a / kT) with the conductivity at 25 degrees Celsius. */
function conductivity(at25C: number, activationEnergy: number, celsius: number): number {
  const [kelvin, room] = [celsius + 273.15, 298.15];
  return ((at25C * room) / kelvin) * Math.exp((activationEnergy / boltzmann) * (1 / room - 1 / kelvin));
}

const grains = { at25C: 6e-4, activationEnergy: 0.3, capacitance: 4e-11, n: 0.98 };
const boundaries = { at25C: 9e-4, activationEnergy: 0.38, capacitance: 1.5e-8, n: 0.9 };
const electrodes = { q: 2e-6, n: 0.88 };
/** Of every part of Z, relative to |Z|. */
const noise = 0.003;

type Complex = readonly [re: number, im: number];
const inverse = ([re, im]: Complex): Complex => [re / (re * re + im * im), -im / (re * re + im * im)];
const sum = (...terms: readonly Complex[]): Complex =>
  terms.reduce(([re, im], [x, y]) => [re + x, im + y], [0, 0]);

/** Q (i omega)^n. */
function admittance(q: number, n: number, omega: number): Complex {
  const size = q * omega ** n;
  return [size * Math.cos((n * Math.PI) / 2), size * Math.sin((n * Math.PI) / 2)];
}

function arc(
  { at25C, activationEnergy, capacitance, n }: typeof grains,
  celsius: number,
  omega: number,
): Complex {
  const resistance = thicknessCm / (areaCm2 * conductivity(at25C, activationEnergy, celsius));
  // The capacitance at the top of the arc: C = (Q R)^(1/n) / R.
  const q = (capacitance * resistance) ** n / resistance;
  return inverse(sum([1 / resistance, 0], admittance(q, n, omega)));
}

const frequencies = Float64Array.from({ length: 66 }, (_, i) => 3e6 * 10 ** (-i / 10));

function spectrumAt(celsius: number): Spectrum {
  const random = normalNumbers(celsius + 1000);
  const z = [...frequencies].map((frequency) => {
    const omega = 2 * Math.PI * frequency;
    const [re, im] = sum(
      arc(grains, celsius, omega),
      arc(boundaries, celsius, omega),
      inverse(admittance(electrodes.q, electrodes.n, omega)),
    );
    const size = noise * Math.hypot(re, im);
    return [re + size * random(), im + size * random()] as const;
  });
  return {
    frequencies,
    zRe: Float64Array.from(z, ([re]) => re),
    zIm: Float64Array.from(z, ([, im]) => im),
  };
}

const first = (spectrum: Spectrum, points: number): Spectrum => ({
  frequencies: spectrum.frequencies.slice(0, points),
  zRe: spectrum.zRe.slice(0, points),
  zIm: spectrum.zIm.slice(0, points),
});

const cell = `{
  // This pellet does not exist: its spectra are simulated.
  "sample": "garnet",
  "thickness": { "value": 1.2, "uncertainty": 0.02, "unit": "mm" },
  "diameter": { "value": 10, "uncertainty": 0.05, "unit": "mm" },
  "mass": { "value": 452, "unit": "mg" },
  "density": { "value": 5.1, "unit": "g/cm3" },
  "files": {
    "garnet_hot.csv": { "temperature": { "value": 85, "unit": "C" } }
  }
}
`;

/** The files of `examples/impedance/` by their names. */
export function impedanceExamples(): ReadonlyMap<string, Uint8Array> {
  const print = scientific(7);
  const german = {
    names: ["Frequenz (Hz)", "Realteil (Ohm)", "-Imaginärteil (Ohm)"],
    separator: ";",
    cells: (f: number, re: number, im: number) => [f, re, -im],
    print: withComma(scientific(6)),
  };
  return new Map([
    [
      "garnet_-10C_aborted.DTA",
      gamry([first(spectrumAt(-10), 40)], { print, aborted: true, temperatureC: -10 }),
    ],
    ["garnet_10C.mpt", biologicText([spectrumAt(10)], { print })],
    ["garnet_25C.mpt", biologicText([spectrumAt(25)], { print })],
    ["garnet_40C.mpt", biologicText([spectrumAt(40)], { print: withComma(print) })],
    ["garnet_55C.DTA", gamry([spectrumAt(55)], { print })],
    ["garnet_70C.z", zplot(spectrumAt(70), { print })],
    ["garnet_hot.csv", table([spectrumAt(85)], german)],
    ["garnet.superion.json", new TextEncoder().encode(cell)],
  ]);
}
