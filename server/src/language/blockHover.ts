import type { Block } from "../cif/document";
import { valueText } from "../cif/valueText";
import type { SymmetrySource } from "../crystal/structure";
import type { Annotation } from "../protocol/annotation";
import type { BlockAnalysis, StructureSummary } from "./analysis";
import { compound, distance, isOpen, predictionText, verdict } from "./lensText";
import { fixed, formula, plural } from "./numberFormat";
import { confidenceText, escape, oxidationSource } from "./siteHover";

/** What the user reads on the header of a data block, as markdown. */
export function blockHover(
  block: Block,
  analysis: BlockAnalysis | undefined,
  pending: string | undefined,
): string {
  if (!analysis)
    return `**data\\_${escape(block.code)}**\n\n${pending ?? "This block holds no crystal structure."}`;
  const { structure, annotation, refusal } = analysis;
  const parts = [
    `**${structure ? formula(structure.formula) : `data\\_${escape(block.code)}`}**${spaceGroupText(block)}`,
    structure ? structureFacts(structure) : "",
    annotation ? trust(annotation) : "",
    refusal ? `**${escape(refusal)}**` : "",
    pending ?? "",
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

const spaceGroupNames = [
  "_space_group_name_h-m_alt",
  "_space_group.name_h-m_alt",
  "_symmetry_space_group_name_h-m",
  "_space_group_name_hall",
  "_space_group_it_number",
  "_symmetry_int_tables_number",
];

/** As the file gives it. */
function spaceGroupText(block: Block): string {
  const given = spaceGroupNames
    .map((tag) => valueText(block.find(tag)?.value(0))?.trim())
    .find((text) => text !== undefined);
  return given ? `, space group ${escape(given)}` : "";
}

const symmetryWords: Record<SymmetrySource, string> = {
  "file-operators": "symmetry operations of the file",
  "hall-symbol": "symmetry operations from the Hall symbol",
  "hm-symbol": "symmetry operations from the Hermann-Mauguin symbol",
  number: "symmetry operations from the space-group number",
  "assumed-p1": "no symmetry given, P1 assumed",
  detected: "symmetry operations found in the sites",
};

function structureFacts(structure: StructureSummary): string {
  const { siteCount, sites, ordered, volume, density, symmetrySource, operationCount } = structure;
  const { oxidation, spaceGroup, globalInstability } = structure;
  return [
    `- ${plural(siteCount, "site")} in the cell, ${sites.length} of them distinct, ${ordered ? "ordered" : "disordered"}`,
    `- ${fixed(volume, 2)} Å³${density === undefined ? "" : `, ${fixed(density, 2)} g/cm³`}`,
    `- ${operationCount} ${symmetryWords[symmetrySource]}`,
    spaceGroup ? `- the sites show space group ${escape(spaceGroup.symbol)} (${spaceGroup.number})` : "",
    `- oxidation states: ${oxidationSource[oxidation.method]}${confidenceText(oxidation)}`,
    globalInstability === undefined
      ? ""
      : `- global instability index ${fixed(globalInstability, 2)} valence units`,
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** The prediction with what is needed to judge it. */
function trust(annotation: Annotation): string {
  const { pSi, deviation, dTraining, nearest, model, simplification } = annotation;
  if (pSi === null) return "";
  const lines = [
    `**${predictionText(annotation) ?? ""}**`,
    `P\\_SI is the probability that the ionic conductivity at room temperature is at least 10⁻⁴ S/cm: ` +
      `here **${verdict(pSi)}**. It is the mean of an ensemble${agreement(pSi, deviation)}`,
  ];
  if (dTraining !== null)
    lines.push(
      `d\\_training ${distance(dTraining)}: ${closeness(dTraining)}` +
        (nearest ? ` The nearest compound with a measured conductivity is ${nearestText(nearest)}.` : ""),
    );
  lines.push(`Model ${escape(model)}, which reads the structure as ${simplification}.`);
  return lines.join("\n\n");
}

function agreement(pSi: number, deviation: number | null): string {
  if (deviation === null) return ".";
  const spread = `, whose members differ by ${fixed(deviation, 2)} (standard deviation)`;
  return isOpen(pSi, deviation) ? `${spread}: they do not agree on a verdict.` : `${spread}.`;
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
