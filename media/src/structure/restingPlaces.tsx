import type { PathSite } from "../../../server/src/protocol/migration";
import { useState } from "preact/hooks";
import { VirtualTable, type Column } from "../shared/table/virtualTable";
import { placeColumns } from "./siteTable";

const columns: readonly Column<PathSite>[] = [
  {
    key: "site",
    title: "Site",
    hint: "The ions of the crystal that rest there",
    width: 84,
    cell: ({ occupiedBy }) => occupiedBy ?? "empty",
  },
  {
    key: "energy",
    title: "Energy (eV)",
    hint: "Above the lowest energy in the cell",
    width: 104,
    numeric: true,
    cell: ({ energy }) => energy.toFixed(3),
  },
  ...placeColumns,
];

export interface RestingPlacesProps {
  /** `Li1+`. */
  readonly ion: string;
  readonly sites: readonly PathSite[];
}

/** The minima of the energy: where the ion rests, and where it could. */
export function RestingPlaces({ ion, sites }: RestingPlacesProps) {
  const [active, setActive] = useState<number>();
  return (
    <section class="sites">
      <h3>Where {ion} can rest</h3>
      <VirtualTable
        label={`Where ${ion} can rest`}
        columns={columns}
        count={sites.length}
        rowAt={(index) => sites[index]}
        active={active}
        onActive={setActive}
      />
    </section>
  );
}
