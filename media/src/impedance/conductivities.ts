import type { AnalyseImpedanceResult } from "../../../server/src/protocol/impedanceAnalysis";
import type { ArrheniusParams } from "../../../server/src/protocol/arrhenius";
import type { EstimatedValue } from "../../../server/src/protocol/values";
import type { ReadCell } from "../../../server/src/protocol/cellFile";
import type { ReadImpedanceResult } from "../../../server/src/protocol/impedance";
import type { ReadSpectrum } from "../../../server/src/protocol/impedanceFiles";
import type { ReadPolarisation } from "../../../server/src/protocol/polarisation";
import type { Choices, Quantity } from "./choices";

/** A conductivity of an analysed spectrum, S/cm; absent where the size of the cell is not known. */
export function conductivityOf(
  analysis: AnalyseImpedanceResult | undefined,
  quantity: Quantity,
): EstimatedValue | undefined {
  if (analysis?.kind !== "analysed") return undefined;
  if (quantity === "tail") return analysis.tail?.conductivity ?? undefined;
  return analysis.circuit?.conductivity?.[quantity] ?? undefined;
}

/** The points of the Arrhenius plot, and the spectra that they are of. */
export function arrheniusPoints(
  spectra: readonly ReadSpectrum[],
  cells: readonly ReadCell[],
  analysisOf: (id: string) => AnalyseImpedanceResult | undefined,
  { leftOut, quantity }: Choices,
): { readonly asked: readonly ReadSpectrum[]; readonly points: ArrheniusParams["points"] } {
  const names = new Map(cells.map(({ path, name }) => [path, name]));
  const found = spectra.flatMap((spectrum) => {
    const { id, temperatureC, cell } = spectrum;
    const conductivity = conductivityOf(analysisOf(id), quantity);
    if (temperatureC === null || !conductivity || !(conductivity.value > 0) || leftOut.includes(id))
      return [];
    const { value, standardError: deviation } = conductivity;
    return [
      { spectrum, point: { cell: names.get(cell) ?? cell, temperatureC, conductivity: value, deviation } },
    ];
  });
  return { asked: found.map(({ spectrum }) => spectrum), points: found.map(({ point }) => point) };
}

/** Kelvin between a spectrum and a measurement with direct current. */
const sameTemperature = 2;

/** The total conductivity of the same sample at the temperature of a polarisation, and the spectrum that it is of. */
export function totalConductivityFor(
  { cell, temperatureC }: ReadPolarisation,
  { spectra, cells }: Pick<ReadImpedanceResult, "spectra" | "cells">,
  analysisOf: (id: string) => AnalyseImpedanceResult | undefined,
): { readonly spectrum: ReadSpectrum; readonly value: EstimatedValue } | undefined {
  if (temperatureC === null) return undefined;
  const sampleOf = (path: string) => cells.find((one) => one.path === path)?.name;
  const found = spectra.flatMap((spectrum) => {
    const value = conductivityOf(analysisOf(spectrum.id), "total");
    const distance = Math.abs((spectrum.temperatureC ?? NaN) - temperatureC);
    return value && sampleOf(spectrum.cell) === sampleOf(cell) && distance <= sameTemperature
      ? [{ spectrum, value, distance }]
      : [];
  });
  return found.sort((a, b) => a.distance - b.distance)[0];
}
