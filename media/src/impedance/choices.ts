import * as v from "valibot";
import { arrheniusForms, arrheniusWeightings } from "../../../server/src/protocol/arrhenius";
import {
  spectrumChoices,
  usualChoices,
  type SpectrumChoices,
} from "../../../server/src/protocol/impedanceAnalysis";
import { reader, type Reader } from "../../../server/src/protocol/webview";

/** Which conductivity goes into the Arrhenius plot. */
export const quantities = ["total", "tail", "bulk", "grainBoundary"] as const;
export type Quantity = (typeof quantities)[number];

const polarisationChoices = v.object({
  /** Seconds; `null`: the last sixth of each transient. */
  steadyFrom: v.nullable(v.number()),
  /** S/cm; `null`: that of a spectrum at the same temperature. */
  totalConductivity: v.nullable(v.number()),
});
export type PolarisationChoices = v.InferOutput<typeof polarisationChoices>;

/** Everything that the user decided about a series of spectra; each change can be undone. */
export interface Choices {
  /** By the id of the spectrum; those without an entry are analysed by default. */
  readonly spectra: Readonly<Record<string, SpectrumChoices>>;
  /** Ids of spectra that the Arrhenius line does not see. */
  readonly leftOut: readonly string[];
  readonly quantity: Quantity;
  readonly weighting: (typeof arrheniusWeightings)[number];
  readonly form: (typeof arrheniusForms)[number];
  /** Of the relaxation times; `null`: by cross-validation. */
  readonly lambda: number | null;
  /** By file of direct currents; those without an entry are analysed by default. */
  readonly polarisations: Readonly<Record<string, PolarisationChoices>>;
}

export const noChoices: Choices = {
  spectra: {},
  leftOut: [],
  quantity: "total",
  weighting: "none",
  form: "ln(sigma T)",
  lambda: null,
  polarisations: {},
};

export const readChoices: Reader<Choices> = reader(
  v.object({
    spectra: v.record(v.string(), spectrumChoices),
    leftOut: v.array(v.string()),
    quantity: v.picklist(quantities),
    weighting: v.picklist(arrheniusWeightings),
    form: v.picklist(arrheniusForms),
    lambda: v.nullable(v.number()),
    polarisations: v.optional(v.record(v.string(), polarisationChoices), {}),
  }),
);

export function choicesFor({ spectra }: Choices, id: string): SpectrumChoices {
  return spectra[id] ?? usualChoices;
}

export function polarisationChoicesFor({ polarisations }: Choices, file: string): PolarisationChoices {
  return polarisations[file] ?? { steadyFrom: null, totalConductivity: null };
}

/** The choices with some of them changed for some spectra. */
export function changedFor(
  choices: Choices,
  ids: readonly string[],
  change: Partial<SpectrumChoices>,
): Choices {
  const changed = ids.map((id) => [id, { ...choicesFor(choices, id), ...change }] as const);
  return { ...choices, spectra: { ...choices.spectra, ...Object.fromEntries(changed) } };
}

/** Points that count are excluded, and where all of them are excluded already they count again. */
export function toggledPoints(choices: Choices, id: string, points: readonly number[]): Choices {
  const excluded = new Set(choicesFor(choices, id).excluded);
  const areOut = points.every((point) => excluded.has(point));
  for (const point of points)
    if (areOut) excluded.delete(point);
    else excluded.add(point);
  return changedFor(choices, [id], { excluded: [...excluded].sort((a, b) => a - b) });
}

export function toggledSpectrum(choices: Choices, id: string): Choices {
  const { leftOut } = choices;
  return {
    ...choices,
    leftOut: leftOut.includes(id) ? leftOut.filter((one) => one !== id) : [...leftOut, id],
  };
}

export function changedPolarisation(
  choices: Choices,
  file: string,
  change: Partial<PolarisationChoices>,
): Choices {
  const changed = { ...polarisationChoicesFor(choices, file), ...change };
  return { ...choices, polarisations: { ...choices.polarisations, [file]: changed } };
}
