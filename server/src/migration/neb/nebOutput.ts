import { bohr, hartree } from "../atomicUnits";

/** An image of a band. */
export interface NebImage {
  /** Share of the way, 0 to 1; `undefined` where the output does not tell. */
  readonly coordinate: number | undefined;
  /** Electronvolt above the first image. */
  readonly energy: number;
  /** Of the force across the path, electronvolt/angstrom. */
  readonly error: number | undefined;
}

/** How a calculation ended. */
export type NebEnd = "converged" | "steps-used-up" | "scf-not-converged" | "running";

/** What a calculation of `neb.x` gives. */
export interface NebResult {
  readonly images: readonly NebImage[];
  readonly end: NebEnd;
  /** Steps of the band that were done; `undefined` where the output does not tell. */
  readonly iterations: number | undefined;
  /** Counts from 1; `undefined` without one. */
  readonly climbingImage: number | undefined;
  /** Angstrom. */
  readonly pathLength: number | undefined;
  /** Electronvolt: of the highest image above the first and above the last. */
  readonly barriers: { readonly forth: number; readonly back: number } | undefined;
  /** What is odd about it, in words. */
  readonly warnings: readonly string[];
}

/** Reads the output of `neb.x` as far as it has come; `undefined` for what is none. */
export function readNebOutput(text: string): NebResult | undefined {
  if (!/Program NEB|string_method\s*=\s*neb|iteration\s+\d+ -{5}/.test(text)) return undefined;
  const energies = lastTable(text);
  const numbers = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, number]) => Number(number));
  const lengths = numbers(/path length\s*=\s*([\d.]+)\s*bohr/g);
  const length = lengths.at(-1);
  return result(energies, {
    end: endOf(text),
    iterations: numbers(/-{5} iteration\s+(\d+) -{5}/g).at(-1),
    climbingImage: numbers(/climbing image\s*=\s*(\d+)/g).at(-1),
    pathLength: length === undefined ? undefined : length * bohr,
  });
}

function endOf(text: string): NebEnd {
  if (text.includes("scf convergence NOT achieved")) return "scf-not-converged";
  if (/neb:\s*convergence achieved/.test(text)) return "converged";
  return /neb:\s*reached the maximum number of steps/.test(text) ? "steps-used-up" : "running";
}

/** The rows of the last table of images: `2  -49.2838084  0.048036  F`. */
function lastTable(text: string): NebImage[] {
  const tables = text.split(/image\s+energy \(eV\)\s+error \(eV\/A\)\s+frozen/).slice(1);
  const rows = [...(tables.at(-1) ?? "").matchAll(/^\s*(\d+)\s+(-?\d+\.\d+)\s+(\d+\.\d+)\s+[TF]\s*$/gm)];
  const first = Number(rows[0]?.[2] ?? 0);
  return rows.map(([, , energy, error]) => ({
    coordinate: undefined,
    energy: Number(energy) - first,
    error: Number(error),
  }));
}

/** Reads `PREFIX.dat`: share of the way, energy in electronvolt, error; a row an image. */
export function readNebImages(text: string): NebResult | undefined {
  const rows = numberRows(text);
  if (rows.length < 2 || rows.some((row) => row.length !== 3)) return undefined;
  const images = rows.map(([coordinate, energy = 0, error]) => ({ coordinate, energy, error }));
  return result(images, { ...unknown, end: "running" });
}

/** Reads `PREFIX.int`, the curve between the images: share of the way, and energy in electronvolt. */
export function readNebCurve(text: string): readonly (readonly [number, number])[] | undefined {
  const rows = numberRows(text);
  if (rows.length < 2 || rows.some((row) => row.length !== 2)) return undefined;
  return rows.map(([share = 0, energy = 0]) => [share, energy] as const);
}

/** Reads `PREFIX.path`, from which a calculation goes on. */
export function readNebPath(text: string): NebResult | undefined {
  if (!text.includes("RESTART INFORMATION")) return undefined;
  const energies = [...text.matchAll(/^Image:\s*\d+\s*\r?\n\s*(-?\d+\.\d+)/gm)].map(([, energy]) =>
    Number(energy),
  );
  if (energies.length < 2) return undefined;
  const [first = 0] = energies;
  const images = energies.map((energy) => ({
    coordinate: undefined,
    energy: (energy - first) * hartree,
    error: undefined,
  }));
  const iterations = Number(/RESTART INFORMATION\s+(\d+)/.exec(text)?.[1]);
  return result(images, { ...unknown, end: "running", iterations });
}

const unknown = { iterations: undefined, climbingImage: undefined, pathLength: undefined };

function numberRows(text: string): number[][] {
  const rows = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => line.trim().split(/\s+/).map(Number));
  return rows.every((row) => row.every(Number.isFinite)) ? rows : [];
}

function result(
  images: readonly NebImage[],
  known: Pick<NebResult, "end" | "iterations" | "climbingImage" | "pathLength">,
): NebResult {
  const energies = images.map(({ energy }) => energy);
  const highest = Math.max(...energies);
  const barriers = images.length > 1 ? { forth: highest, back: highest - (energies.at(-1) ?? 0) } : undefined;
  return { ...known, images, barriers, warnings: warningsOf(energies, known.climbingImage) };
}

function warningsOf(energies: readonly number[], climbing: number | undefined): string[] {
  const ends = Math.min(energies[0] ?? 0, energies.at(-1) ?? 0);
  const inner = energies.slice(1, -1);
  const low = inner.findIndex((energy) => energy < ends - lower);
  const warnings: string[] = [];
  if (low >= 0)
    warnings.push(
      `image ${low + 2} lies ${(ends - (inner[low] ?? 0)).toFixed(3)} eV below both ends: the path passes a minimum, relax the ends there`,
    );
  if (climbing !== undefined && (climbing === 1 || climbing === energies.length))
    warnings.push(`the climbing image ${climbing} is an end of the path: there is no saddle between`);
  return warnings;
}

/** Electronvolt. */
const lower = 0.005;
