import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Problem } from "../cif/problem";
import type { Vector3 } from "../crystal/lattice";
import type { Ion } from "../migration/ion";
import {
  nebInput,
  relaxInput,
  wholeCell,
  type Calculation,
  type EspressoSettings,
} from "../migration/neb/espressoInput";
import { hopImages, type RelaxedEnds } from "../migration/neb/images";
import type { IonHop } from "../migration/neb/ionHops";
import { choosePseudopotentials } from "../migration/neb/pseudopotentials";
import { readRelaxedAtoms } from "../migration/neb/relaxOutput";
import type { VacancyHop } from "../migration/neb/supercell";
import { quoted } from "../screening/slurm/jobArray";
import { jobScript } from "./nebJob";
import type { BlockStructure } from "./structuresOf";

/** What the inputs are to be like. */
export interface NebInputOptions {
  readonly ion: Ion;
  readonly images: number;
  readonly pseudo?: string;
  readonly ecutwfc: number;
  readonly ecutrho?: number;
  readonly kPoints?: Vector3;
  readonly kSpacing: number;
  readonly relaxed?: boolean;
  readonly slurm?: boolean;
  readonly partition?: string;
  readonly account?: string;
  readonly time?: string;
  readonly nodes: number;
  readonly tasks: number;
  readonly module: readonly string[];
}

export type Tell = (code: string, severity: Problem["severity"], message: string) => void;

export interface ChosenHop {
  readonly hop: IonHop;
  readonly supercell: VacancyHop;
  readonly out: string;
}

/** The files that were written, relative to the folder. */
export function writeInputs(
  { block, structure }: BlockStructure,
  { hop, supercell, out }: ChosenHop,
  options: NebInputOptions,
  tell: Tell,
): string[] {
  const elements = [...supercell.others.map(({ element }) => element), supercell.element];
  const calculation: Calculation = { lattice: supercell.lattice, elements, charge: -options.ion.charge };
  const settings = settingsFor(block.code, elements, options, tell);
  const ends = options.relaxed ? relaxedEnds(out, elements, tell) : undefined;
  if (!settings || (options.relaxed && !ends)) return [];
  const images = hopImages(supercell, options.images, ends);
  const whole = wholeCell(structure);
  const [first, last] = hopImages(supercell, 2);
  const files = new Map([
    ["vc-relax.in", relaxInput(whole.calculation, whole.image, "vc-relax", settings)],
    ["relax-initial.in", relaxInput(calculation, first ?? [], "relax", settings)],
    ["relax-final.in", relaxInput(calculation, last ?? [], "relax", settings)],
    ["neb.in", nebInput(calculation, images, "path", settings)],
    ["neb-climbing.in", nebInput(calculation, images, "climbing", settings)],
    ["bvse.csv", profileCsv(hop)],
  ]);
  if (options.slurm)
    files.set("job.sh", jobScript(settings.prefix, resolve(out), again(), jobResources(options)));
  try {
    mkdirSync(out, { recursive: true });
    for (const [name, text] of files) writeFileSync(join(out, name), text);
  } catch (error) {
    tell("neb-not-written", "error", `The inputs were not written: ${reasonOf(error)}`);
    return [];
  }
  return [...files.keys()];
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function settingsFor(
  code: string,
  elements: readonly string[],
  options: NebInputOptions,
  tell: Tell,
): EspressoSettings | undefined {
  const { pseudo, ecutwfc, ecutrho = 5 * ecutwfc, kPoints, kSpacing } = options;
  const common = {
    prefix: code.replace(/[^\w.-]+/g, "_") || "neb",
    waveCutoff: ecutwfc,
    densityCutoff: ecutrho,
    kPoints: kPoints ?? { spacing: kSpacing },
  };
  if (pseudo === undefined) {
    tell(
      "no-pseudopotentials",
      "warning",
      "The inputs look for Li.UPF and the like in ./pseudo: --pseudo FOLDER names your pseudopotentials.",
    );
    return { ...common, pseudoFolder: "./pseudo", pseudopotentials: new Map() };
  }
  const { files, missing, others } = choosePseudopotentials(elements, namesIn(pseudo));
  if (missing.length > 0) {
    tell("no-pseudopotentials", "error", `${pseudo} has no pseudopotential (.UPF) of ${missing.join(", ")}.`);
    return undefined;
  }
  if (others.length > 0)
    tell("other-pseudopotentials", "warning", `Not by name those of PBE and PAW: ${others.join(", ")}.`);
  return { ...common, pseudoFolder: resolve(pseudo), pseudopotentials: files };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The ends that the relaxations in a folder left. */
function relaxedEnds(out: string, elements: readonly string[], tell: Tell): RelaxedEnds | undefined {
  const read = (name: string) => {
    try {
      const relaxed = readRelaxedAtoms(readFileSync(join(out, name), "utf8"));
      const isOurs = relaxed?.atoms.every(({ element }, i) => element === elements[i]);
      if (!relaxed || !isOurs || relaxed.atoms.length !== elements.length) {
        tell("no-relaxed-ends", "error", `${join(out, name)} has no positions of these atoms.`);
        return undefined;
      }
      if (!relaxed.converged) tell("not-relaxed", "warning", `${join(out, name)} did not converge.`);
      return relaxed.atoms.map(({ position }) => position);
    } catch (error) {
      tell("no-relaxed-ends", "error", `A relaxed end cannot be read: ${reasonOf(error)}`);
      return undefined;
    }
  };
  const [initial, final] = [read("relax-initial.out"), read("relax-final.out")];
  return initial && final && { initial, final };
}

/** This command once more, for when the ends are relaxed. */
function again(): string {
  const words = [
    process.execPath,
    ...process.argv.slice(1).filter((word) => word !== "--slurm"),
    "--relaxed",
  ];
  return `(cd ${quoted(process.cwd())} && ${words.map(quoted).join(" ")})`;
}

const jobResources = ({ partition, account, time, nodes, tasks, module }: NebInputOptions) => ({
  ...{ partition, account, time, nodes, tasks },
  modules: module,
});

/** The profile by bond-valence site energies, to be compared with. */
function profileCsv({ places, distances, energies }: IonHop): string {
  const rows = places.map((place, i) =>
    [distances[i] ?? 0, energies[i] ?? 0, ...place].map((number) => number.toFixed(6)).join(","),
  );
  return ["distance_angstrom,energy_eV,x,y,z", ...rows, ""].join("\n");
}
