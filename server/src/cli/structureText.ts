import type { OrbitJson, StructureJson } from "./structureJson";
import { table } from "./table";

/** A structure as the terminal shows it. */
export function structureText(file: string, structure: StructureJson): string {
  const { formula, lattice, spaceGroup, density, sites, oxidation, orbits, cell } = structure;
  const { a, b, c, alpha, beta, gamma, volume } = lattice;
  const edges = [a, b, c].map((edge) => edge.toFixed(4)).join(", ");
  const angles = [alpha, beta, gamma].map((angle) => angle.toFixed(2)).join(", ");
  const all = (cell ?? []).map(({ position, orbit }) => [
    orbits[orbit]?.label ?? "",
    ...position.map((coordinate) => coordinate.toFixed(6)),
  ]);
  return [
    `${file}: ${structure.block}: ${formula}\n`,
    `  cell ${edges} angstrom, ${angles} degrees, ${volume.toFixed(2)} cubic angstrom, ${density.toFixed(3)} g/cm3\n`,
    `  space group ${spaceGroup.symbol ?? "not found"} (${spaceGroup.number ?? "?"}), symmetry from ${spaceGroup.source}; `,
    `${sites} sites, ${structure.ordered ? "ordered" : "disordered"}, oxidation states: ${oxidation.method}`,
    oxidation.confidence ? `, confidence ${oxidation.confidence}\n` : "\n",
    energies(structure),
    siteTable(orbits),
    distances(structure),
    cell ? table([["site", "x", "y", "z"], ...all]) : "",
  ].join("");
}

/** What was asked for beyond the sites themselves; a line each. */
function energies({ ewaldEnergy, globalInstability }: StructureJson): string {
  const lines = [
    typeof ewaldEnergy === "number" ? `  Ewald energy ${ewaldEnergy.toFixed(4)} eV a cell\n` : "",
    typeof globalInstability === "number"
      ? `  global instability index ${globalInstability.toFixed(3)} valence units\n`
      : "",
  ];
  return lines.join("");
}

interface SiteColumn {
  readonly heading: string;
  readonly cell: (orbit: OrbitJson) => string;
}

function siteTable(orbits: readonly OrbitJson[]): string {
  const [first] = orbits;
  const columns: readonly SiteColumn[] = [
    { heading: "site", cell: ({ label }) => label },
    { heading: "Wyckoff", cell: ({ multiplicity, wyckoff }) => `${multiplicity}${wyckoff ?? ""}` },
    ...["x", "y", "z"].map((heading, axis) => ({
      heading,
      cell: ({ position }: OrbitJson) => (position[axis] ?? 0).toFixed(4),
    })),
    { heading: "occupants", cell: ({ occupants }) => occupants.map(readableOccupant).join(" + ") },
    ...(first?.neighbours === undefined
      ? []
      : [{ heading: "neighbours", cell: ({ neighbours }: OrbitJson) => String(neighbours ?? "") }]),
    ...(first?.coordination === undefined ? [] : bondColumns(orbits)),
  ];
  return table([
    columns.map(({ heading }) => heading),
    ...orbits.map((orbit) => columns.map(({ cell }) => cell(orbit))),
  ]);
}

function bondColumns(orbits: readonly OrbitJson[]): SiteColumn[] {
  return [
    { heading: "bond valence sum", cell: ({ bondValenceSum }) => bondValenceSum?.toFixed(2) ?? "-" },
    { heading: "coordination", cell: ({ coordination }) => (coordination?.number ?? 0).toFixed(1) },
    {
      heading: "bonds (angstrom)",
      cell: ({ coordination }) =>
        (coordination?.bonds ?? [])
          .map(
            ({ orbit, distance, count }) => `${count} x ${orbits[orbit]?.label ?? ""} ${distance.toFixed(3)}`,
          )
          .join(", "),
    },
  ];
}

function distances({ shortestDistances }: StructureJson): string {
  if (!shortestDistances) return "";
  const rows = shortestDistances.map(({ elements, distance, together }) => [
    elements.join("-"),
    distance.toFixed(4),
    together?.toFixed(4) ?? "-",
  ]);
  return table([["elements", "shortest (angstrom)", "between sites filled together"], ...rows]);
}

function readableOccupant({ element, occupancy, oxidation }: OrbitJson["occupants"][number]): string {
  const charge =
    oxidation === null || oxidation === 0 ? "" : `${Math.abs(oxidation)}${oxidation > 0 ? "+" : "-"}`;
  const share = occupancy === 1 ? "" : ` ${Number(occupancy.toFixed(4))}`;
  return `${element}${charge}${share}`;
}
