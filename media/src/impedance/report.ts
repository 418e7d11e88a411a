import type { AnalysedSpectrum, SpectrumChoices } from "../../../server/src/protocol/impedanceAnalysis";
import type { CellQuantity, ReadCell } from "../../../server/src/protocol/cellFile";
import type { FileProblem, ReadSpectrum } from "../../../server/src/protocol/impedanceFiles";
import type { Report } from "../../../server/src/protocol/impedancePanel";
import { figurePng } from "../shared/figure/drawing";
import type { FigureSpec } from "../shared/figure/figureSpec";
import {
  arrheniusTable,
  formNames,
  remarks,
  weightingNames as arrheniusWeightingNames,
} from "./arrheniusResults";
import { choicesFor } from "./choices";
import type { Exported } from "./exported";
import { tailMethodNames, weightingNames } from "./fitForm";
import { resultRows } from "./fitResults";
import { currentFigure } from "./polarisationFigures";
import { polarisationRemarks, polarisationTable } from "./polarisationView";
import { quantityNames } from "./spectraTable";
import { nyquistFigure } from "./spectrumFigures";
import { temperatureText, withError } from "./texts";

interface NamedFigure {
  /** Of the file. */
  readonly name: string;
  readonly spec: FigureSpec;
}

/** The report of a series: tables, a Nyquist plot of each spectrum, the Arrhenius plot, and direct currents. */
export async function reportOf(exported: Exported): Promise<Report> {
  const figures = figuresOf(exported);
  const saved = [];
  for (const { name, spec } of [...figures.nyquist, ...figures.arrhenius, ...figures.polarisation])
    saved.push({ name, bytes: await figurePng(spec) });
  return { markdown: reportMarkdown(exported, figures), figures: saved };
}

/** The figures of a report, each list in the order of what it is of. */
export interface ReportFigures {
  readonly nyquist: readonly NamedFigure[];
  /** At most one. */
  readonly arrhenius: readonly NamedFigure[];
  readonly polarisation: readonly NamedFigure[];
}

export function figuresOf({ series, choices, analysisOf, line, polarised }: Exported): ReportFigures {
  const nyquist = series.spectra.map((selected, index) => {
    const analysis = analysedOf(analysisOf(selected.id));
    const { excluded } = choicesFor(choices, selected.id);
    const shown = { selected, excluded, analysis, others: [], ramp: undefined, onlyArcs: true };
    return { name: `nyquist-${index + 1}.png`, spec: nyquistFigure(shown) };
  });
  const polarisation = polarised.flatMap(({ read, result }, index) =>
    result?.kind === "analysed"
      ? [{ name: `polarisation-${index + 1}.png`, spec: currentFigure(read, result) }]
      : [],
  );
  return { nyquist, arrhenius: line ? [{ name: "arrhenius.png", spec: line }] : [], polarisation };
}

/** The text of the report; its figures lie in the folder `figures` beside it. */
export function reportMarkdown(exported: Exported, figures: ReportFigures): string {
  const { series, choices, analysisOf } = exported;
  const paragraphs = [
    "# Impedance",
    ...(series.spectra.length > 0 ? [overview(exported)] : []),
    ...series.cells.flatMap((cell) => cellText(cell, series.problems)),
    ...arrheniusSection(exported, figures.arrhenius),
    ...series.spectra.flatMap((spectrum, index) => [
      ...spectrumSection(spectrum, choicesFor(choices, spectrum.id), analysedOf(analysisOf(spectrum.id))),
      ...imageOf(figures.nyquist[index]),
    ]),
    ...polarisationSections(exported, figures.polarisation),
    "Values ± one standard error.",
  ];
  return `${paragraphs.join("\n\n")}\n`;
}

function imageOf(figure: NamedFigure | undefined): string[] {
  return figure ? [`![${figure.spec.title}](figures/${figure.name})`] : [];
}

function overview({ series, analysisOf }: Exported): string {
  const rows = series.spectra.map(({ id, name, temperatureC }) => {
    const { circuit = null } = analysedOf(analysisOf(id)) ?? {};
    const total = circuit?.conductivity?.total;
    return [
      name,
      temperatureText(temperatureC),
      circuit?.circuit ?? "",
      circuit ? withError(circuit.resistanceTotal) : "",
      total ? withError(total) : "",
    ];
  });
  return markdownTable(["Spectrum", "T", "Circuit", "R total (Ω)", "σ total (S/cm)"], rows);
}

function cellText(cell: ReadCell, problems: readonly FileProblem[]): string[] {
  const quantities = [
    ["thickness", cell.thickness],
    ["diameter", cell.diameter],
    ["area", cell.area],
    ["mass", cell.mass],
    ["density of the crystal", cell.density],
  ] as const;
  const told = quantities.flatMap(([name, quantity]) =>
    quantity ? [`${name} ${quantityText(quantity)}`] : [],
  );
  const own = problems.filter(({ file, severity }) => file === cell.path && severity !== "information");
  return [
    `Cell ${cell.name}: ${told.length > 0 ? told.join(", ") : "its file tells no size"}.`,
    ...own.map(({ message }) => `> ${message}`),
  ];
}

function quantityText({ value, uncertainty, unit }: CellQuantity): string {
  return uncertainty === undefined ? `${value} ${unit}` : `${value} ± ${uncertainty} ${unit}`;
}

function arrheniusSection({ choices, arrhenius }: Exported, [figure]: readonly NamedFigure[]): string[] {
  if (!arrhenius || arrhenius.lines.length === 0) return [];
  const { header, rows } = arrheniusTable(arrhenius, choices.form);
  return [
    `## Arrhenius (${quantityNames[choices.quantity]})`,
    `${formNames[choices.form]} against 1/T, weights: ${arrheniusWeightingNames[choices.weighting]}.`,
    markdownTable(header, rows),
    ...remarks(arrhenius),
    ...imageOf(figure),
  ];
}

function spectrumSection(
  { name, frequencies }: ReadSpectrum,
  { excluded, weighting, tailMethod }: SpectrumChoices,
  analysis: AnalysedSpectrum | undefined,
): string[] {
  const counted = `${frequencies.length} points, ${excluded.length} excluded`;
  if (!analysis) return [`## ${name}`, `${counted}. Not analysed.`];
  const ways = `Weights: ${weightingNames[weighting]}; tail: ${tailMethodNames[tailMethod]}`;
  return [
    `## ${name}`,
    `${counted}. Circuit ${analysis.circuit?.circuit ?? "none"}. ${ways}.`,
    markdownTable(["Quantity", "Value", "Unit", "Note"], resultRows(analysis)),
    ...analysis.problems.map(({ message }) => `> ${message}`),
  ];
}

function polarisationSections({ polarised }: Exported, figures: readonly NamedFigure[]): string[] {
  const analysed = polarised.flatMap(({ read, result }) =>
    result?.kind === "analysed" ? [{ read, result }] : [],
  );
  return analysed.flatMap(({ read, result }, index) => {
    const { header, rows } = polarisationTable(result);
    return [
      `## DC polarisation: ${read.name}`,
      markdownTable(header, rows),
      ...polarisationRemarks(result),
      ...imageOf(figures[index]),
    ];
  });
}

function analysedOf(analysis: ReturnType<Exported["analysisOf"]>): AnalysedSpectrum | undefined {
  return analysis?.kind === "analysed" ? analysis : undefined;
}

function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
