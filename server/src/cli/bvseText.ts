import { ionName } from "../migration/ion";
import type { Barriers } from "../migration/migration";
import { lengthsAlong } from "../migration/steps";
import type { FoundMigration } from "./foundMigration";
import { siteOrbits } from "../migration/siteOrbits";
import { table } from "./table";

/** What is found of a structure, as the terminal shows it. */
export function migrationText(file: string, found: FoundMigration): string {
  const { block, migration, spheres, seconds } = found;
  const { ion, map, barriers, refinedBarriers } = migration;
  const rows = [
    ["activation energy, eV", "1D", "2D", "3D"],
    ["on the grid", ...barrierCells(barriers)],
    ["over the saddles", ...barrierCells(refinedBarriers)],
  ];
  const radius = (value: number | undefined) => (value === undefined ? "none" : value.toFixed(3));
  return [
    `${file}: ${block}: ${ionName(ion)}, grid ${map.shape.join(" x ")}, ${seconds.toFixed(2)} s\n`,
    table(rows),
    spheres
      ? `largest sphere of room ${radius(spheres.largestIncluded)}, that can pass ${radius(spheres.largestFree)} angstrom (radii)\n`
      : "",
    siteTable(found),
    hopTable(found),
  ].join("");
}

const barrierCells = ({ d1, d2, d3 }: Barriers) =>
  [d1, d2, d3].map((barrier) => (barrier === undefined ? "none" : barrier.toFixed(3)));

function siteTable({ migration }: FoundMigration): string {
  const rows = siteOrbits(migration).map(({ position, multiplicity, energy, occupiedBy }, orbit) => [
    siteName(orbit),
    String(multiplicity),
    ...position.map((coordinate) => coordinate.toFixed(4)),
    energy.toFixed(3),
    occupiedBy ?? "",
  ]);
  return table([["site", "in the cell", "x", "y", "z", "energy, eV", "ions"], ...rows]);
}

function hopTable({ migration: { network, minimum }, structure }: FoundMigration): string {
  const name = (site: number) => siteName(network.sites[site]?.orbit ?? 0);
  const rows = [...network.hops]
    .sort((one, other) => one.energy - other.energy)
    .map((hop) => [
      `${name(hop.from)} - ${name(hop.to)}`,
      String(hop.multiplicity),
      (lengthsAlong(hop.places, structure.lattice).at(-1) ?? 0).toFixed(2),
      (hop.energy - minimum).toFixed(3),
    ]);
  return table([["hop", "in the cell", "length, angstrom", "saddle, eV"], ...rows]);
}

/** `i1`, `i2`: the lowest in energy first. */
const siteName = (orbit: number) => `i${orbit + 1}`;
