import type { Annotation, NearestCompound } from "../protocol/annotation";
import type { BlockAnalysis } from "./analysis";
import { conductivity, fixed } from "./numberFormat";
import type { Failure } from "../screening/workerQueue";

/** A probability from here on is called superionic: more members of the ensemble say so than not. */
const superionicFrom = 0.5;

/** The texts above a data block, one a lens: prediction, conductivity, distance to what was measured, gap, disorder. */
export function lensTexts({ structure, annotation, refusal }: BlockAnalysis): string[] {
  const texts = [
    predictionText(annotation) ?? refusal,
    conductivityText(annotation),
    distanceText(annotation),
    typeof annotation?.caution === "string" ? "unlike the training compounds" : undefined,
    gapText(annotation),
  ];
  if (structure && !structure.ordered) texts.push("disordered");
  return texts.flatMap((text) => (text ? [shorten(text)] : []));
}

/** The text above a block whose analysis failed; none where a newer one is on its way. */
export function failureText({ cause, reason }: Failure): string | undefined {
  if (cause === "cancelled") return undefined;
  if (cause === "time-limit") return `no prediction: ${reason}; run superion annotate on the command line`;
  return `no prediction: the analysis stopped (${shorten(reason)})`;
}

/** `P_SI 0.93 ± 0.06  superionic` */
export function predictionText(annotation: Annotation | undefined): string | undefined {
  if (typeof annotation?.pSi !== "number") return undefined;
  const { pSi, deviation } = annotation;
  const spread = deviation === null ? "" : ` ± ${fixed(deviation, 2)}`;
  return `P_SI ${fixed(pSi, 2)}${spread}  ${verdict(pSi)}`;
}

export function verdict(pSi: number): "superionic" | "not superionic" {
  return pSi >= superionicFrom ? "superionic" : "not superionic";
}

/** Whether the verdict lies within the deviation of the members. */
export function isOpen(pSi: number, deviation: number): boolean {
  return Math.abs(pSi - superionicFrom) < deviation;
}

/** `1.2e-3 S/cm (2e-4 to 7e-3)` */
function conductivityText(annotation: Annotation | undefined): string | undefined {
  if (!annotation?.conductivity) return undefined;
  const { value, interval } = annotation.conductivity;
  const [lower, upper] = interval.map((end) => end.toExponential(0));
  return `${conductivity(value)} (${lower} to ${upper})`;
}

/** `d_training 0.4 from Li10SnP2S12 (4.0e-3 S/cm)` */
function distanceText(annotation: Annotation | undefined): string | undefined {
  if (typeof annotation?.dTraining !== "number") return undefined;
  const { dTraining, nearest } = annotation;
  return `d_training ${distance(dTraining)}${nearest ? ` from ${compound(nearest)}` : ""}`;
}

/** One digit after the point, two below 0.1: near twins are told apart. */
export function distance(dTraining: number): string {
  return fixed(dTraining, dTraining < 0.095 ? 2 : 1);
}

export function compound(nearest: NearestCompound): string {
  return `${nearest.formula} (${conductivity(nearest.conductivity)})`;
}

function gapText(annotation: Annotation | undefined): string | undefined {
  return typeof annotation?.bandGap === "number" ? `E_g ${fixed(annotation.bandGap, 1)} eV` : undefined;
}

/** Room in an editor's line is limited; the hover on the header has the whole text. */
function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119).trimEnd()}…` : text;
}
