import type {
  DisorderGroup,
  Displacement,
  Occupant,
  OxidationAssignment,
  OxidationMethod,
} from "../crystal/structure";
import type { SimplifiedSite, SiteSummary } from "./analysis";
import { embeddingStrip } from "./embeddingStrip";
import { swatchOf } from "./elementSwatch";
import { compact, fixed, ion, plural } from "./numberFormat";

/** What the user reads about the site of an atom-site row, as markdown. */
export function siteHover(site: SiteSummary, oxidation: OxidationAssignment): string {
  return [
    `${swatches(site)} **${escape(site.label)}** ${site.occupants.map(name).join(", ")}`,
    occupancyTable(site),
    facts(site, oxidation),
    embeddingPart(site),
    simplifiedPart(site.simplified),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** The colours that drawings give the elements on the site. */
function swatches({ occupants }: SiteSummary): string {
  return [...new Set(occupants.map(({ element }) => element))].map(swatchOf).join("");
}

function name({ element, oxidationState }: Occupant): string {
  return ion(element, oxidationState);
}

/** One row a species, and one for what is missing to 1. */
function occupancyTable({ occupants, bondValenceSums }: SiteSummary): string {
  const total = occupants.reduce((sum, { occupancy }) => sum + occupancy, 0);
  const rows = occupants.map((occupant, k) =>
    tableRow(name(occupant), occupant.occupancy, valence(bondValenceSums[k])),
  );
  if (1 - total > 5e-4) rows.push(tableRow("vacancy", 1 - total, ""));
  return ["| species | occupancy | | bond valence sum |", "|:--|--:|:--|--:|", ...rows].join("\n");
}

/** With a sign, as a charge has. */
function valence(sum: number | undefined): string {
  return sum === undefined ? "–" : `${sum > 0 ? "+" : ""}${fixed(sum, 2)}`;
}

function tableRow(species: string, occupancy: number, sum: string): string {
  return `| ${species} | ${compact(occupancy, 4)} | \`${bar(occupancy)}\` | ${sum} |`;
}

/** Ten cells wide; anything above 0 shows at least a sliver. */
export function bar(occupancy: number): string {
  const eighths = Math.min(80, Math.max(occupancy > 0 ? 1 : 0, Math.round(occupancy * 80)));
  const partial = "▏▎▍▌▋▊▉"[(eighths % 8) - 1] ?? "";
  return `${"█".repeat(Math.floor(eighths / 8))}${partial}`.padEnd(10, "·");
}

function facts(site: SiteSummary, oxidation: OxidationAssignment): string {
  const { position, multiplicity, wyckoff, standardWyckoff, neighbours, displacement, disorder } = site;
  const standard = standardWyckoff ? `; Wyckoff letter ${standardWyckoff} in the standard cell` : "";
  const place = `at (${position.map((x) => fixed(x, 4)).join(", ")})`;
  const lines = [
    `- **${multiplicity}${wyckoff ?? ""}**, ${plural(multiplicity, "site")} in the cell, ${place}${standard}`,
    coordinationText(site),
    displacement ? displacementText(displacement) : "",
    disorder ? disorderText(disorder) : "",
    `- oxidation states: ${oxidationSource[oxidation.method]}${confidenceText(oxidation)}`,
    neighbours ? `- ${plural(neighbours.count, "neighbour")} within ${compact(neighbours.radius, 2)} Å` : "",
  ];
  return lines.filter((line) => line !== "").join("\n");
}

/** `4-fold coordination: 4 × S at 2.37–2.51 Å`. */
function coordinationText({ coordinationNumber, bonds }: SiteSummary): string {
  if (bonds.length === 0) return "- no bonds found";
  const parts = bonds.map(({ to, count, shortest, longest }) => {
    const [from, until] = [fixed(shortest, 2), fixed(longest, 2)];
    return `${count} × ${to} at ${from === until ? from : `${from}–${until}`} Å`;
  });
  return `- coordination ${compact(coordinationNumber, 1)}: ${parts.join(", ")}`;
}

function displacementText({ isotropic, anisotropic }: Displacement): string {
  if (anisotropic) {
    const diagonal = anisotropic.slice(0, 3).map((value) => fixed(value, 4));
    return `- displacement U₁₁, U₂₂, U₃₃ = ${diagonal.join(", ")} Å²`;
  }
  return isotropic === undefined ? "" : `- displacement U = ${fixed(isotropic, 4)} Å²`;
}

function disorderText({ assembly, group }: DisorderGroup): string {
  const whole = assembly === "" ? "" : ` of assembly ${escape(assembly)}`;
  return `- disorder group ${escape(group)}${whole}: not there together with another group`;
}

/** Told where there is reason to doubt, and not of what the file or the user says. */
export function confidenceText({ method, confidence }: OxidationAssignment): string {
  if (method === "file" || method === "user" || confidence === undefined) return "";
  return `; confidence ${confidence}`;
}

/** Where oxidation states came from, in words: they decide what a simplification makes of a site. */
export const oxidationSource: Record<OxidationMethod, string> = {
  file: "as the file gives them",
  user: "as your settings give them",
  "bond-valence": "assigned from bond lengths (bond valence sums)",
  composition: "assigned from the composition, so that charges balance",
  none: "not found; add _atom_type_oxidation_number to give them",
};

function embeddingPart({ embedding, occupants, similar }: SiteSummary): string {
  if (!embedding) return "";
  const parts = occupants
    .map(({ element, occupancy }) => `${compact(occupancy, 3)} × ${element}`)
    .join(" + ");
  const numbers = embedding.map((value) => fixed(value, 2)).join(", ");
  const likeness = similar
    ? `\n\nTo the model most like ${similar.symbol} (cosine ${fixed(similar.cosine, 2)}).`
    : "";
  return (
    `Embedding, ${parts} (orange above 0, blue below):\n\n` +
    `![Embedding of the site, 16 numbers: ${numbers}](${embeddingStrip(embedding)})${likeness}`
  );
}

/** What each representation makes of the site; the model reads CAMNS. */
function simplifiedPart(simplified: readonly SimplifiedSite[]): string {
  if (simplified.length === 0) return "";
  const heads = simplified.map(({ as }) => (as === "CAMNS" ? `**${as}**` : as.toUpperCase()));
  const made = simplified.map(({ occupants }) => occupants.map(share).join(", ") || "–");
  return [
    `| ${heads.join(" | ")} |`,
    `|${":-:|".repeat(simplified.length)}`,
    `| ${made.join(" | ")} |`,
    "",
    "Simplified representations; the model reads CAMNS.",
  ].join("\n");
}

/** `Al 0.8`; a full site by its element alone. The charge is not told: of stand-ins only the element counts. */
function share({ element, occupancy }: Occupant): string {
  return occupancy === 1 ? element : `${element} ${compact(occupancy, 4)}`;
}

/** Markdown's own signs as they are. */
export function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, "\\$&");
}
