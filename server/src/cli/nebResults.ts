import type { Command } from "commander";
import { decodeCif } from "../cif/decode";
import {
  readNebCurve,
  readNebImages,
  readNebOutput,
  readNebPath,
  type NebEnd,
  type NebResult,
} from "../migration/neb/nebOutput";
import { forEachDataFile, type DataAnswer } from "./dataFiles";
import type { OutputOptions, PlacedProblem } from "./report";
import { table } from "./table";

const resultFile = /\.(?:out|dat|path|int)$/i;

/** `superion neb-results`: what `neb.x` of Quantum ESPRESSO found. */
export function registerNebResults(program: Command): void {
  program
    .command("neb-results")
    .description("read barriers and images from the files of neb.x: .out, .dat, .int, .path")
    .argument("<file...>", "files of neb.x, or folders of them")
    .option("--json", "print one JSON array with an element a file")
    .option("--ndjson", "print one line of JSON a file")
    .action(async (files: string[], options: OutputOptions) => {
      await forEachDataFile(files, resultFile, options, answer);
    });
}

function answer(bytes: Uint8Array, file: string): DataAnswer {
  const { text } = decodeCif(bytes);
  const result = readNebOutput(text) ?? readNebPath(text) ?? readNebImages(text);
  if (result)
    return {
      fields: () => resultJson(result),
      readable: () => resultText(file, result),
      problems: [
        ...result.warnings.map((message) => problem("neb-odd", "warning", `${message}.`)),
        ...endProblems(result),
      ],
    };
  const curve = readNebCurve(text);
  if (curve)
    return {
      fields: () => ({ curve }),
      readable: () =>
        `${file}: a curve of ${curve.length} points, highest ${Math.max(...curve.map(([, energy]) => energy)).toFixed(4)} eV\n`,
      problems: [],
    };
  const message = "This is no file of neb.x: an output, PREFIX.dat, PREFIX.int or PREFIX.path.";
  return { fields: () => ({}), readable: () => "", problems: [problem("no-neb-file", "error", message)] };
}

const problem = (code: string, severity: PlacedProblem["severity"], message: string): PlacedProblem => ({
  ...{ code, severity, message },
  line: null,
  column: null,
});

const ends: Record<NebEnd, string> = {
  converged: "converged",
  "steps-used-up": "not converged: the steps were used up",
  "scf-not-converged": "not converged: the density of an image did not converge",
  running: "not finished, or not told",
};

function endProblems({ end, images }: NebResult): PlacedProblem[] {
  if (end === "scf-not-converged" || (end === "steps-used-up" && images.length > 0))
    return [problem("neb-not-converged", "warning", `The calculation is ${ends[end]}.`)];
  return [];
}

function resultJson({ images, end, iterations, climbingImage, pathLength, barriers }: NebResult) {
  return {
    end,
    converged: end === "converged",
    iterations: iterations ?? null,
    climbingImage: climbingImage ?? null,
    pathLength: pathLength ?? null,
    barrier: barriers?.forth ?? null,
    barrierBack: barriers?.back ?? null,
    images: images.map(({ coordinate, energy, error }) => ({
      coordinate: coordinate ?? null,
      energy,
      error: error ?? null,
    })),
  };
}

function resultText(file: string, { images, end, barriers }: NebResult): string {
  const rows = images.map(({ coordinate, energy, error }, i) => [
    String(i + 1),
    coordinate?.toFixed(3) ?? "",
    energy.toFixed(4),
    error?.toFixed(4) ?? "",
  ]);
  const heights = barriers
    ? `barrier ${barriers.forth.toFixed(4)} eV there, ${barriers.back.toFixed(4)} eV back, `
    : "";
  return `${file}: ${heights}${ends[end]}\n${table([["image", "share of the way", "energy, eV", "error, eV/angstrom"], ...rows])}`;
}
