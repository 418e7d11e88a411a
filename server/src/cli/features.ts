import { InvalidArgumentError, Option, type Command } from "commander";
import type { CifDocument } from "../cif/document";
import { isSimplificationName, simplifications, simplify } from "../crystal/simplification";
import { siteCount, type Orbit, type Structure } from "../crystal/structure";
import { buildCrystalGraph } from "../graph/crystalGraph";
import { Megnet } from "../graph/megnet";
import { highestLevel, type OutputName } from "../graph/parentModel";
import { refuseFeatures } from "../graph/refusal";
import { loadParent } from "../screening/modelFiles";
import { forEachCif } from "./inputs";
import { modelFolder, orUsageError } from "./modelFolder";
import { oxidationOption, type OxidationOption } from "./oxidationOption";
import type { Answer } from "./report";
import { structuresOf } from "./structuresOf";
import { table } from "./table";

interface FeatureOptions extends OxidationOption {
  readonly as: string;
  readonly level: number;
  readonly json?: boolean;
  readonly ndjson?: boolean;
  readonly cell?: boolean;
  readonly parent?: string;
}

interface SiteFeatures {
  readonly position: readonly number[];
  readonly multiplicity: number;
  readonly features: readonly number[];
}

interface StructureFeatures {
  readonly block: string;
  /** Directed, of the full cell. */
  readonly bonds: number;
  readonly sites: readonly SiteFeatures[];
  /** The first of the parent's own outputs, where it has any. */
  readonly prediction: number | null;
  /** All of them by name. */
  readonly outputs: Readonly<Partial<Record<OutputName, number>>>;
}

/** `superion features`: the atom features V0 to V3 of the parent model, a row a symmetry-distinct site. */
export function registerFeatures(program: Command): void {
  program
    .command("features")
    .description("compute the graph-based atom features of crystal structures")
    .argument("<file...>", "CIF files, folders of them, or - for standard input")
    .addOption(new Option("--as <name>", "the representation").choices(simplifications).default("CAMNS"))
    .option("--level <n>", "0 for the embeddings, 1 to 3 for what leaves the parent's blocks", parseLevel, 1)
    .option(
      "--parent <path>",
      "a parent to use in place of the shipped one, such as published MEGNet weights",
    )
    .option("--json", "print one JSON array with an element a file")
    .option("--ndjson", "print one line of JSON a file")
    .option("--cell", "a row for every site of the unit cell")
    .addOption(oxidationOption())
    .action(async (files: string[], options: FeatureOptions, command: Command) => {
      const megnet = new Megnet(await orUsageError(loadParent(modelFolder, options.parent), command));
      const { parent } = megnet;
      const highest = highestLevel(parent);
      if (options.level > highest)
        command.error(`error: ${parent.name} computes V0 to V${highest}; name another with --parent`);
      await forEachCif(files, options, (document) => answer(document, megnet, options));
    });
}

function parseLevel(text: string): number {
  if (/^[0-3]$/.test(text)) return Number(text);
  throw new InvalidArgumentError("The level is 0, 1, 2 or 3.");
}

function answer(document: CifDocument, megnet: Megnet, options: FeatureOptions): Answer {
  const structures: StructureFeatures[] = [];
  const { structures: found, problems } = structuresOf(document, options.oxidation);
  for (const { block, structure } of found) {
    if (!isSimplificationName(options.as)) continue;
    const simplified = simplify(structure, options.as);
    const refusal = refuseFeatures(megnet.parent, simplified);
    if (refusal) {
      const { code, reason: message } = refusal;
      problems.push({ code, message, severity: "error", range: block.headerRange });
    } else structures.push(computeFeatures(block.code, simplified, megnet, options));
  }
  return { fields: () => ({ structures }), readable: () => structures.map(readable).join("\n"), problems };
}

function computeFeatures(
  block: string,
  structure: Structure,
  megnet: Megnet,
  { level, cell }: FeatureOptions,
): StructureFeatures {
  const graph = buildCrystalGraph(structure, megnet.parent.cutoff);
  const { features, width, outputs } = megnet.run(graph, level, true);
  const sites = structure.orbits.flatMap((orbit, i) => {
    const row = Array.from(features.subarray(i * width, (i + 1) * width));
    return (cell ? imagesOf(orbit) : [orbit.position]).map((position): SiteFeatures => ({
      position,
      multiplicity: cell ? 1 : orbit.multiplicity,
      features: row,
    }));
  });
  const known = siteCount(structure) > 0 ? [...outputs] : [];
  return {
    block,
    bonds: graph.bonds,
    sites,
    prediction: known[0]?.[1] ?? null,
    outputs: Object.fromEntries(known),
  };
}

function imagesOf({ images, multiplicity }: Orbit): number[][] {
  return Array.from({ length: multiplicity }, (_, i) => Array.from(images.subarray(3 * i, 3 * i + 3)));
}

function readable({ block, bonds, sites, outputs }: StructureFeatures): string {
  const rows = sites.map(({ position, multiplicity, features }) => [
    ...position.map((coordinate) => coordinate.toFixed(4)),
    String(multiplicity),
    features.map((value) => value.toFixed(4)).join(" "),
  ]);
  const predicted = Object.entries(outputs).map(([name, value]) => `, ${name} ${value.toFixed(4)}`);
  return `${block}: ${bonds} bonds${predicted.join("")}\n${table([["x", "y", "z", "sites", "features"], ...rows])}`;
}
