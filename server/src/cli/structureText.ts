import type { OrbitJson, StructureJson } from "./structureJson";
import { table } from "./table";

/** A structure as the terminal shows it. */
export function structureText(file: string, structure: StructureJson): string {
  const { formula, lattice, spaceGroup, density, sites, oxidation, orbits, cell } = structure;
  const { a, b, c, alpha, beta, gamma, volume } = lattice;
  const edges = [a, b, c].map((edge) => edge.toFixed(4)).join(", ");
  const angles = [alpha, beta, gamma].map((angle) => angle.toFixed(2)).join(", ");
  const rows = orbits.map(({ label, multiplicity, wyckoff, position, occupants, neighbours }) => [
    label,
    `${multiplicity}${wyckoff ?? ""}`,
    ...position.map((coordinate) => coordinate.toFixed(4)),
    occupants.map(readableOccupant).join(" + "),
    ...(neighbours === undefined ? [] : [String(neighbours)]),
  ]);
  const heading = [
    "site",
    "Wyckoff",
    "x",
    "y",
    "z",
    "occupants",
    ...(orbits[0]?.neighbours === undefined ? [] : ["neighbours"]),
  ];
  const all = (cell ?? []).map(({ position, orbit }) => [
    orbits[orbit]?.label ?? "",
    ...position.map((coordinate) => coordinate.toFixed(6)),
  ]);
  return [
    `${file}: ${structure.block}: ${formula}\n`,
    `  cell ${edges} angstrom, ${angles} degrees, ${volume.toFixed(2)} cubic angstrom, ${density.toFixed(3)} g/cm3\n`,
    `  space group ${spaceGroup.symbol ?? "not found"} (${spaceGroup.number ?? "?"}), symmetry from ${spaceGroup.source}; `,
    `${sites} sites, ${structure.ordered ? "ordered" : "disordered"}, oxidation states: ${oxidation.method}\n`,
    table([heading, ...rows]),
    cell ? table([["site", "x", "y", "z"], ...all]) : "",
  ].join("");
}

function readableOccupant({ element, occupancy, oxidation }: OrbitJson["occupants"][number]): string {
  const charge =
    oxidation === null || oxidation === 0 ? "" : `${Math.abs(oxidation)}${oxidation > 0 ? "+" : "-"}`;
  const share = occupancy === 1 ? "" : ` ${Number(occupancy.toFixed(4))}`;
  return `${element}${charge}${share}`;
}
