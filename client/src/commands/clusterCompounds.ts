import { window, type QuickPickItem } from "vscode";
import {
  clusterChoicesMethod,
  pairTitle,
  type ClusterChoices,
  type ClusteringInput,
  type ClusterRepresentation,
  type DescriptorPair,
  type LabelSource,
} from "../../../server/src/protocol/clusters";
import { readClusteringInput } from "../../../server/src/protocol/clustersPanel";
import { namedUris } from "./arguments";
import type { CommandContext } from "./command";
import { askForHyperparameters } from "./chooseHyperparameters";
import { askForFolder, askForTable, onDisk, openTable, tableItems, type FileItem } from "./screeningInputs";

/**
 * Clusters compounds by a descriptor and shows them. The arguments name them, as the explorer does or as a panel of a screening
 * or of clusters; else the user chooses a folder.
 */
export async function clusterCompounds(context: CommandContext, ...args: readonly unknown[]): Promise<void> {
  const input = inputOf(args) ?? (await askForInput());
  if (!input) return;
  const choices = await context.server.request(clusterChoicesMethod, null);
  const representation = await askForRepresentation(choices);
  const labels = representation && (await askForLabels());
  const table = labels && (await askForTable("Cluster compounds (4/4): E_hull and E_g of your own"));
  if (!representation || !labels || !table) return;
  context.panels.clusters.show({ input, representation, labels, table: table.path ?? null });
}

function inputOf(args: readonly unknown[]): ClusteringInput | undefined {
  const uris = namedUris(args);
  if (uris.length > 0) return { kind: "paths", paths: uris.map(onDisk) };
  try {
    return readClusteringInput(args[0]);
  } catch {
    return undefined;
  }
}

async function askForInput(): Promise<ClusteringInput | undefined> {
  const uris = await askForFolder("Cluster compounds (1/4): which");
  return uris && { kind: "paths", paths: uris.map(onDisk) };
}

/** What led in the thesis (section 2.3), and its best second-order descriptor (section A.3). */
const soap = { descriptor: "soap", simplification: "can" };
const sineCoulomb = { descriptor: "sine-coulomb-matrix", simplification: "CAMN" };

const title = "Cluster compounds (2/4): by which descriptor";

interface RepresentationItem extends QuickPickItem {
  readonly representation?: ClusterRepresentation;
}

async function askForRepresentation(choices: ClusterChoices): Promise<ClusterRepresentation | undefined> {
  const items: RepresentationItem[] = [
    {
      label: pairTitle(soap),
      description: "cations, anions and neutral atoms alone; disorder by occupancy",
      detail: "Where atoms are, whatever their elements: sorted conductors best in the thesis.",
      representation: { ...soap, second: null },
    },
    {
      label: `${pairTitle(soap)} + 2e-6 ${pairTitle(sineCoulomb)}`,
      description: "ordered structures alone",
      detail: "The best union of two in the thesis.",
      representation: { ...soap, second: { ...sineCoulomb, alpha: 2e-6 } },
    },
    { label: "Choose a descriptor...", detail: `One of ${choices.descriptors.length}, or the union of two.` },
  ];
  const chosen = await window.showQuickPick(items, { title });
  if (!chosen || chosen.representation) return chosen?.representation;
  return askForUnion(choices);
}

async function askForUnion(choices: ClusterChoices): Promise<ClusterRepresentation | undefined> {
  const first = await askForPair(choices, title);
  if (!first) return undefined;
  const [alone, union] = ["By it alone", "With a second descriptor..."];
  const how = await window.showQuickPick([alone, union], { title: `${title}: ${pairTitle(first)}` });
  if (how === undefined) return undefined;
  if (how === alone) return { ...first, second: null };
  const second = await askForPair(choices, `${title}: the second`);
  const alpha = second && (await askForAlpha(pairTitle(second)));
  return alpha === undefined || !second ? undefined : { ...first, second: { ...second, alpha } };
}

async function askForPair(
  { descriptors, simplifications }: ClusterChoices,
  title: string,
): Promise<DescriptorPair | undefined> {
  const items = descriptors.map(({ name, title: full, takesDisorder }) => ({
    label: name,
    description: full,
    detail: takesDisorder ? "Disordered structures by occupancy." : "Ordered structures alone.",
  }));
  const descriptor = await window.showQuickPick(items, { title, matchOnDescription: true });
  if (!descriptor) return undefined;
  const simplification = await window.showQuickPick(simplifications.map(simplificationItem), {
    title: `${title}: of what`,
  });
  if (!simplification) return undefined;
  const pair = { descriptor: descriptor.label, simplification: simplification.label };
  const declared = descriptors.find(({ name }) => name === pair.descriptor)?.hyperparameters ?? [];
  const options = await askForHyperparameters(declared, `${title}: hyper-parameters of ${pair.descriptor}`);
  if (!options) return undefined;
  return Object.keys(options).length > 0 ? { ...pair, options } : pair;
}

const kept: Readonly<Record<string, string>> = {
  CAMN: "the structure as it is",
  camn: "cations, anions, lithium and neutral atoms, each as one element",
  can: "cations, anions and neutral atoms",
  am: "anions and lithium",
  a: "anions",
};

function simplificationItem(name: string): QuickPickItem {
  const [base = name, volume] = name.split("-");
  const scaled = volume === undefined ? "" : ", scaled to 40 \u00c5\u00b3 an anion";
  return { label: name, description: `${kept[base] ?? ""}${scaled}` };
}

async function askForAlpha(second: string): Promise<number | undefined> {
  const text = await window.showInputBox({
    title: `${title}: the mixing ratio`,
    prompt: `What the numbers of ${second} are multiplied by.`,
    value: "1",
    validateInput: (entered) => (isPositive(entered) ? undefined : "A number above 0, such as 2e-6."),
  });
  return text === undefined ? undefined : Number(text);
}

function isPositive(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text)) && Number(text) > 0;
}

async function askForLabels(): Promise<LabelSource | undefined> {
  const training: FileItem = {
    label: "Training index",
    description: "measured compounds that the model learned from",
  };
  const other: FileItem = { label: "Choose a file..." };
  const choice = await window.showQuickPick([training, ...(await tableItems()), other], {
    title: "Cluster compounds (3/4): measured conductivities",
    placeHolder: "Or a CSV file with the columns file and conductivity",
  });
  if (!choice || choice === training) return choice && { kind: "training" };
  const file = choice.uri?.fsPath ?? (await openTable());
  return file === undefined ? undefined : { kind: "table", file };
}
