import type { Occupant, OxidationAssignment, OxidationMethod } from "../crystal/structure";
import type { SimplifiedSite, SiteSummary } from "./analysis";
import { embeddingStrip } from "./embeddingStrip";
import { compact, fixed, ion, plural } from "./numberFormat";

/** What the user reads about the site of an atom-site row, as markdown. */
export function siteHover(site: SiteSummary, oxidation: OxidationAssignment): string {
  return [
    `**${escape(site.label)}** ${site.occupants.map(name).join(", ")}`,
    occupancyTable(site.occupants),
    facts(site, oxidation),
    embeddingPart(site),
    simplifiedPart(site.simplified),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function name({ element, oxidationState }: Occupant): string {
  return ion(element, oxidationState);
}

/** One row a species, and one for what is missing to 1. */
function occupancyTable(occupants: readonly Occupant[]): string {
  const total = occupants.reduce((sum, { occupancy }) => sum + occupancy, 0);
  const rows = occupants.map((occupant) => tableRow(name(occupant), occupant.occupancy));
  if (1 - total > 5e-4) rows.push(tableRow("vacancy", 1 - total));
  return ["| species | occupancy | |", "|:--|--:|:--|", ...rows].join("\n");
}

function tableRow(species: string, occupancy: number): string {
  return `| ${species} | ${compact(occupancy, 4)} | \`${bar(occupancy)}\` |`;
}

/** Ten cells wide; anything above 0 shows at least a sliver. */
export function bar(occupancy: number): string {
  const eighths = Math.min(80, Math.max(occupancy > 0 ? 1 : 0, Math.round(occupancy * 80)));
  const partial = "▏▎▍▌▋▊▉"[(eighths % 8) - 1] ?? "";
  return `${"█".repeat(Math.floor(eighths / 8))}${partial}`.padEnd(10, "·");
}

function facts({ position, multiplicity, neighbours }: SiteSummary, { method }: OxidationAssignment): string {
  const lines = [
    `- ${plural(multiplicity, "site")} in the cell, at (${position.map((x) => fixed(x, 4)).join(", ")})`,
    `- oxidation states: ${oxidationSource[method]}`,
  ];
  if (neighbours)
    lines.push(`- ${plural(neighbours.count, "neighbour")} within ${compact(neighbours.radius, 2)} Å`);
  return lines.join("\n");
}

/** Where oxidation states came from, in words: they decide what a simplification makes of a site. */
export const oxidationSource: Record<OxidationMethod, string> = {
  file: "as the file gives them",
  user: "as your settings give them",
  "bond-valence": "assigned from bond lengths (bond valence sums)",
  composition: "assigned from the composition, so that charges balance",
  none: "not found; add _atom_type_oxidation_number to give them",
};

function embeddingPart({ embedding, occupants }: SiteSummary): string {
  if (!embedding) return "";
  const parts = occupants
    .map(({ element, occupancy }) => `${compact(occupancy, 3)} × ${element}`)
    .join(" + ");
  const numbers = embedding.map((value) => fixed(value, 2)).join(", ");
  return (
    `Embedding, ${parts} (orange above 0, blue below):\n\n` +
    `![Embedding of the site, 16 numbers: ${numbers}](${embeddingStrip(embedding)})`
  );
}

/** What CAMNS, which the model reads, makes of the site; the others where they drop it. */
function simplifiedPart(simplified: readonly SimplifiedSite[]): string {
  const read = simplified.find(({ as }) => as === "CAMNS");
  if (!read) return "";
  const dropped = simplified.filter(({ occupants }) => occupants.length === 0).map(({ as }) => as);
  const made = read.occupants.map(share).join(", ");
  const first = `The model reads it as **${made || "nothing"}** (CAMNS).`;
  return dropped.length > 0
    ? `${first} ${dropped.join(" and ")} drop${dropped.length === 1 ? "s" : ""} it.`
    : first;
}

/** `Al 0.8`; a full site by its element alone. The charge is not told: of stand-ins only the element counts. */
function share({ element, occupancy }: Occupant): string {
  return occupancy === 1 ? element : `${element} ${compact(occupancy, 4)}`;
}

/** Markdown's own signs as they are. */
export function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, "\\$&");
}
