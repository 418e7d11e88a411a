import type { JudgedRepresentation, SortedRepresentation, Study } from "../clustering/representationStudy";
import { curvesFigure, rankingFigure } from "./representationFigures";

/** A study with where it came from. */
export interface StudyResults {
  readonly study: Study;
  /** Of the measurements. */
  readonly name: string;
  /** Compounds that were clustered, and those of them with a conductivity. */
  readonly compounds: number;
  readonly labelled: number;
  readonly depths: { readonly from: number; readonly to: number };
  /** Lower labels counted as this one. */
  readonly floor: number;
  readonly repeats: number;
  readonly seed: number;
  /** What became of disordered compounds. */
  readonly disorder: string;
}

/** The files of the report, by their paths in its folder. */
export function studyFiles(results: StudyResults): ReadonlyMap<string, string> {
  const { study, depths } = results;
  return new Map([
    ["README.md", report(results)],
    ["results.json", `${JSON.stringify({ ...results, study: studyJson(study) }, null, 1)}\n`],
    ["ranking.csv", csv(study)],
    ["figures/ranking.svg", rankingFigure(bestByDescriptor(study), depths)],
    ["figures/curves.svg", curvesFigure(bestByDescriptor(study), depths)],
  ]);
}

/** The best representation of each descriptor, as rows of a table under a heading. */
export function bestOfDescriptors(study: Study): string[][] {
  return [heading, ...bestByDescriptor(study).map(cells)];
}

const heading = ["rank", "descriptor", "as", "W_sigma", "of control", "deviations below", "features"];

function cells(one: JudgedRepresentation): string[] {
  const { rank, descriptor, simplification, mean, columns } = one;
  const numbers = [mean.toFixed(1), shareOfControl(one).toFixed(3), deviationsBelow(one).toFixed(1)];
  return [String(rank), descriptor, simplification, ...numbers, String(columns)];
}

/** 1 where clusters say nothing of conductivities, 0 where they say all. */
function shareOfControl({ mean, control }: JudgedRepresentation): number {
  return mean / control.mean;
}

/** How many of its standard deviations the control lies above. */
function deviationsBelow({ mean, control }: JudgedRepresentation): number {
  return (control.mean - mean) / control.deviation;
}

function bestByDescriptor({ judged }: Study): JudgedRepresentation[] {
  const seen = new Set<string>();
  return judged.filter(({ descriptor }) => !seen.has(descriptor) && seen.add(descriptor));
}

function report(results: StudyResults): string {
  const { study, name, compounds, labelled, depths, floor, repeats, disorder } = results;
  const floorText = Number.isFinite(floor) ? ` Labels below ${floor} count as ${floor}.` : "";
  const parts = [
    `# Representations that sort conductivities: ${name}`,
    `${compounds} compounds were clustered, ${labelled} of them with a known conductivity; ${study.judged.length} representations describe enough of them to be compared, by the ${study.common} labels of compounds that all of these describe. ${disorderText[disorder] ?? ""}`,
    `W_sigma is the mean over ${depths.from} to ${depths.to} clusters, with frozen states.${floorText} The control are ${repeats} random assignments with the same sizes of clusters: _of control_ is W_sigma as a share of theirs, _deviations below_ how many of their standard deviations it lies below.`,
    "## The best of each descriptor",
    markdownTable(bestOfDescriptors(study)),
    `![W_sigma at each depth of the best representation of each descriptor, with its distribution](figures/ranking.svg)`,
    `![W_sigma by number of clusters, beside the control](figures/curves.svg)`,
    "## All representations",
    "W_sigma as a share of the control's; _mean_ is over what stands before it.",
    markdownTable(shareTable(study)),
    ...(study.leftOut.length > 0 ? ["## Left out", leftOut(study.leftOut, labelled)] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

const disorderText: Readonly<Record<string, string>> = {
  "leave-out": "Disordered compounds were left out.",
  order: "Disordered compounds were ordered first, whole atoms where their Ewald energy is lowest.",
  keep: "Disordered compounds count where a descriptor, or what a simplification leaves of them, allows it.",
};

/** Descriptors by simplifications, with means. */
function shareTable({ judged }: Study): string[][] {
  const simplifications = [...new Set(judged.map(({ simplification }) => simplification))].sort(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
  const names = [...new Set(judged.map(({ descriptor }) => descriptor))];
  const shares = (chosen: (one: JudgedRepresentation) => boolean) =>
    judged.filter(chosen).map(shareOfControl);
  const cell = (values: readonly number[]) => (values.length > 0 ? meanOf(values).toFixed(2) : "");
  const rows = names.map((name) => [
    name,
    ...simplifications.map((as) =>
      cell(shares((one) => one.descriptor === name && one.simplification === as)),
    ),
    cell(shares((one) => one.descriptor === name)),
  ]);
  const means = simplifications.map((as) => cell(shares((one) => one.simplification === as)));
  return [["descriptor", ...simplifications, "mean"], ...rows, ["mean", ...means, cell(shares(() => true))]];
}

/** In the order of chapter 2 of the thesis. */
const order = ["CAMN", "camn", "can", "am", "a", "camn-40", "can-40", "am-40", "a-40"];

function leftOut(representations: readonly SortedRepresentation[], labelled: number): string {
  return representations
    .map(({ descriptor, simplification, places, refusals }) => {
      const described = places.filter((place) => place >= 0).length;
      const why = refusals.map(({ reason, count }) => `${count} times: ${reason}`).join("; ");
      return `- ${descriptor} of ${simplification} describes ${described} of ${labelled}. ${why}`;
    })
    .join("\n");
}

function studyJson({ judged, leftOut: out, common }: Study): object {
  return {
    common,
    judged: judged.map(
      ({ descriptor, simplification, columns, rank, mean, variance, control, refusals }) => ({
        ...{ rank, descriptor, simplification, columns, mean, variance: Array.from(variance), refusals },
        control: {
          ...control,
          means: Array.from(control.means),
          deviations: Array.from(control.deviations),
        },
      }),
    ),
    leftOut: out.map(({ descriptor, simplification, refusals }) => ({
      descriptor,
      simplification,
      refusals,
    })),
  };
}

function csv({ judged }: Study): string {
  const lines = judged.map((one) =>
    [
      ...[one.rank, one.descriptor, one.simplification, one.columns, one.mean],
      ...[one.control.mean, one.control.deviation],
    ].join(","),
  );
  return `${["rank,descriptor,as,features,w_sigma,control,control_deviation", ...lines].join("\n")}\n`;
}

function markdownTable([names = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]) => `| ${row.join(" | ")} |`;
  return [line(names), line(names.map(() => "---")), ...rows.map(line)].join("\n");
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
