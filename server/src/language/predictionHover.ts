import type { Annotation, Influence } from "../protocol/annotation";
import { compound, distance, isOpen, predictionText, verdict } from "./lensText";
import { conductivity as inSiemensPerCm, fixed, significant } from "./numberFormat";
import { escape } from "./siteHover";

/** The prediction with what is needed to judge it, the most important first: editors show the upper lines of a hover. */
export function predictionHover(annotation: Annotation): string {
  const { pSi, deviation, dTraining, nearest, conductivity, influences, caution } = annotation;
  if (pSi === null) return "";
  const expected = conductivity ? ` ${conductivitySentence(conductivity)}` : "";
  const lines = [`**${predictionText(annotation) ?? ""}**.${expected}`];
  if (caution !== null) lines.push(`**Take care**: ${escape(caution)}`);
  if (dTraining !== null)
    lines.push(
      `d\\_training ${distance(dTraining)}: ${closeness(dTraining)}` +
        (nearest ? ` The nearest compound with a measured conductivity is ${nearestText(nearest)}.` : ""),
    );
  if (influences.length > 0) lines.push(influenceTable(influences));
  lines.push(
    `P\\_SI is the probability that the ionic conductivity at room temperature is at least 10⁻⁴ S/cm: ` +
      `here **${verdict(pSi)}**. It is the mean over the members of the model${agreement(pSi, deviation)}`,
    `Model ${escape(annotation.model)}, which reads the structure as ${annotation.simplification}.`,
  );
  return lines.join("\n\n");
}

function agreement(pSi: number, deviation: number | null): string {
  if (deviation === null) return ".";
  const spread = `, which differ by ${fixed(deviation, 2)} (standard deviation)`;
  return isOpen(pSi, deviation) ? `${spread}: they do not agree on a verdict.` : `${spread}.`;
}

function conductivitySentence({
  value,
  interval: [lower, upper],
}: NonNullable<Annotation["conductivity"]>): string {
  return (
    `Expected at room temperature: **${inSiemensPerCm(value)}**; of ten such compounds eight are measured ` +
    `between ${inSiemensPerCm(lower)} and ${inSiemensPerCm(upper)}.`
  );
}

/** What moved the prediction, in decades of conductivity. */
function influenceTable(influences: readonly Influence[]): string {
  const rows = influences.map(
    ({ property, value, usual, effect }) =>
      `| ${property} | ${significant(value)} | ${significant(usual)} | ${effect < 0 ? "" : "+"}${fixed(effect, 1)} |`,
  );
  return ["| What counts here | value | usual | decades |", "|---|---:|---:|---:|", ...rows].join("\n");
}

function nearestText(nearest: NonNullable<Annotation["nearest"]>): string {
  // A compound that was measured twice has two, with a bar between.
  const dois = nearest.doi.split("|").filter((doi) => doi !== "");
  const links = dois.map((doi) => `, [${escape(doi)}](https://doi.org/${linkable(doi)})`);
  return `${compound(nearest)}${links.join("")}`;
}

/** Brackets, which older DOIs have, would end a link of markdown. */
function linkable(doi: string): string {
  return encodeURI(doi).replaceAll("(", "%28").replaceAll(")", "%29");
}

/** What a distance to the training compounds means: 0.05 are near twins, 2.5 are strangers. */
export function closeness(dTraining: number): string {
  if (dTraining < 0.2) return "a near twin of a compound that the model has learned from.";
  if (dTraining < 1) return "close to compounds that the model has learned from.";
  if (dTraining < 2)
    return "some way from all that the model has learned from: take the prediction with care.";
  return "far from all that the model has learned from: the prediction is an extrapolation.";
}
