import type { Block } from "../cif/document";
import { valueText } from "../cif/valueText";
import type { SymmetrySource } from "../crystal/structure";
import { barriersText } from "../protocol/migration";
import type { BlockAnalysis, StructureSummary } from "./analysis";
import type { FoundBarriers } from "./knownBarriers";
import { fixed, formula, plural } from "./numberFormat";
import { predictionHover } from "./predictionHover";
import { confidenceText, escape, oxidationSource } from "./siteHover";

/** What the user reads on the header of a data block, as markdown. */
export function blockHover(
  block: Block,
  analysis: BlockAnalysis | undefined,
  pending: string | undefined,
  found?: FoundBarriers,
): string {
  if (!analysis)
    return `**data\\_${escape(block.code)}**\n\n${pending ?? "This block holds no crystal structure."}`;
  const { structure, annotation, refusal } = analysis;
  const parts = [
    `**${structure ? formula(structure.formula) : `data\\_${escape(block.code)}`}**${spaceGroupText(block)}`,
    annotation ? predictionHover(annotation) : "",
    refusal ? `**${escape(refusal)}**` : "",
    structure ? structureFacts(structure) : "",
    found ? barrierFact(found) : "",
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

function barrierFact({ ion, barriers }: FoundBarriers): string {
  return `Activation energy of ${escape(ion)} by bond valence: ${barriersText(barriers)}`;
}

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
