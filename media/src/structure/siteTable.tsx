import type { PictureOccupant, PictureSite } from "../../../server/src/protocol/structure";
import { VirtualTable, type Column } from "../shared/table/virtualTable";

export interface SiteTableProps {
  readonly sites: readonly PictureSite[];
  /** Index of a site. */
  readonly selected: number | undefined;
  readonly onSelect: (site: number) => void;
}

interface Placed {
  readonly multiplicity: number;
  /** Fractional coordinates. */
  readonly position: readonly [number, number, number];
}

const coordinate = (axis: 0 | 1 | 2, title: string): Column<Placed> => ({
  key: title,
  title,
  width: 84,
  numeric: true,
  cell: ({ position }) => position[axis].toFixed(4).replace("-", "−"),
});

/** How often a site stands in the cell, and where. */
export const placeColumns: readonly Column<Placed>[] = [
  {
    key: "multiplicity",
    title: "Count",
    hint: "Symmetry-equivalent sites in the unit cell",
    width: 84,
    numeric: true,
    cell: ({ multiplicity }) => multiplicity,
  },
  coordinate(0, "x"),
  coordinate(1, "y"),
  coordinate(2, "z"),
];

const columns: readonly Column<PictureSite>[] = [
  { key: "label", title: "Site", width: 84, cell: ({ label }) => label },
  {
    key: "occupants",
    title: "Occupied by",
    hint: "Element, oxidation state and share of the site",
    width: 230,
    cell: ({ occupants }) => occupancyText(occupants),
  },
  ...placeColumns,
];

/** All sites of the crystal; going to one selects it. */
export function SiteTable({ sites, selected, onSelect }: SiteTableProps) {
  return (
    <section class="sites">
      <h2>Sites</h2>
      <VirtualTable
        label="Sites"
        columns={columns}
        count={sites.length}
        rowAt={(index) => sites[index]}
        active={selected}
        onActive={onSelect}
        onOpen={onSelect}
      />
    </section>
  );
}

/** `Li+ 0.75, vacant 0.25`; the share of a full site is not told. */
export function occupancyText(occupants: readonly PictureOccupant[]): string {
  const total = occupants.reduce((sum, { occupancy }) => sum + occupancy, 0);
  const share = (occupancy: number) => Number(occupancy.toFixed(3));
  const parts = occupants.map(({ element, occupancy, oxidationState }) => {
    const species = `${element}${chargeText(oxidationState)}`;
    return occupants.length === 1 && share(occupancy) === 1 ? species : `${species} ${share(occupancy)}`;
  });
  return [...parts, ...(share(1 - total) > 0 ? [`vacant ${share(1 - total)}`] : [])].join(", ");
}

/** `2+`, `−`; nothing where it is not known. */
function chargeText(charge: number | null): string {
  if (charge === null || charge === 0) return "";
  const size = Number(Math.abs(charge).toFixed(2));
  return `${size === 1 ? "" : size}${charge > 0 ? "+" : "−"}`;
}
