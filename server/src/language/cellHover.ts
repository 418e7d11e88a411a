import type { StructureSummary } from "./analysis";
import { compact, fixed } from "./numberFormat";

/** Whether a lower-case data name belongs to the cell. */
export function isCellName(tag: string): boolean {
  return /^_cell[_.]/.test(tag);
}

/** The unit cell as Superion understands it, as markdown. */
export function cellHover({ lattice, volume, density, siteCount }: StructureSummary): string {
  const { a, b, c, alpha, beta, gamma } = lattice;
  return [
    "| | a, α | b, β | c, γ |",
    "|:--|--:|--:|--:|",
    `| edge (Å) | ${compact(a, 4)} | ${compact(b, 4)} | ${compact(c, 4)} |`,
    `| angle (°) | ${compact(alpha, 3)} | ${compact(beta, 3)} | ${compact(gamma, 3)} |`,
    "",
    `Volume ${fixed(volume, 2)} Å³, ${fixed(volume / siteCount, 2)} Å³ a site` +
      (density === undefined ? "" : `; density ${fixed(density, 3)} g/cm³`),
  ].join("\n");
}
