import type { AnalysedSpectrum, ReadSpectrum } from "../../../server/src/protocol/impedance";
import type { Report } from "../../../server/src/protocol/impedancePanel";
import { figurePng } from "../shared/figure/drawing";
import type { FigureSpec } from "../shared/figure/figureSpec";
import { arrheniusHeader, arrheniusRow, remarks } from "./arrheniusResults";
import { choicesFor } from "./choices";
import type { Exported } from "./exports";
import { resultRows } from "./fitResults";
import { quantityNames } from "./spectraTable";
import { nyquistFigure } from "./spectrumFigures";
import { temperatureText, withError } from "./texts";

interface Named {
  /** Of the file. */
  readonly name: string;
  readonly spec: FigureSpec;
}

/** The report of a series: tables, and a Nyquist plot of each spectrum. */
export async function reportOf(exported: Exported): Promise<Report> {
  const figures = figuresOf(exported);
  const saved = [];
  for (const { name, spec } of figures) saved.push({ name, bytes: await figurePng(spec) });
  return { markdown: reportMarkdown(exported, figures), figures: saved };
}

function figuresOf({ series: { spectra }, choices, analysisOf, line }: Exported): Named[] {
  const plots = spectra.map((selected, index) => {
    const analysis = analysedOf(analysisOf(selected.id));
    const { excluded } = choicesFor(choices, selected.id);
    const shown = { selected, excluded, analysis, others: [], ramp: undefined, onlyArcs: true };
    return { name: `nyquist-${index + 1}.png`, spec: nyquistFigure(shown) };
  });
  return [...plots, ...(line ? [{ name: "arrhenius.png", spec: line }] : [])];
}

/** The report without its figures, which lie in the folder `figures` beside it. */
export function reportMarkdown(exported: Exported, figures: readonly Named[]): string {
  const { series, choices, analysisOf, arrhenius } = exported;
  const imageOf = (index: number) => {
    const figure = figures[index];
    return figure ? [`![${figure.spec.title}](figures/${figure.name})`] : [];
  };
  const overview = series.spectra.map(({ id, name, temperatureC }) => {
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
  const lines = arrhenius?.lines ?? [];
  return [
    "# Impedance",
    markdownTable(["Spectrum", "T", "Circuit", "R total (Ω)", "σ total (S/cm)"], overview),
    ...(lines.length > 0
      ? [
          `## Arrhenius (${quantityNames[choices.quantity]})`,
          markdownTable(arrheniusHeader(choices.form), lines.map(arrheniusRow)),
          ...(arrhenius ? remarks(arrhenius) : []),
          ...imageOf(series.spectra.length),
        ]
      : []),
    ...series.spectra.flatMap((spectrum, index) => [
      ...spectrumSection(
        spectrum,
        choicesFor(choices, spectrum.id).excluded,
        analysedOf(analysisOf(spectrum.id)),
      ),
      ...imageOf(index),
    ]),
    "Values ± one standard error.",
  ]
    .join("\n\n")
    .concat("\n");
}

function spectrumSection(
  { name, frequencies }: ReadSpectrum,
  excluded: readonly number[],
  analysis: AnalysedSpectrum | undefined,
): string[] {
  const counted = `${frequencies.length} points, ${excluded.length} excluded`;
  if (!analysis) return [`## ${name}`, `${counted}. Not analysed.`];
  return [
    `## ${name}`,
    `${counted}. Circuit ${analysis.circuit?.circuit ?? "none"}.`,
    markdownTable(["Quantity", "Value", "Unit", "Note"], resultRows(analysis)),
    ...analysis.problems.map(({ message }) => `> ${message}`),
  ];
}

function analysedOf(analysis: ReturnType<Exported["analysisOf"]>): AnalysedSpectrum | undefined {
  return analysis?.kind === "analysed" ? analysis : undefined;
}

function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
