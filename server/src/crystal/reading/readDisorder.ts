import type { Block } from "../../cif/document";
import type { ProblemList } from "../../cif/problemList";
import type { DisorderGroup } from "../structure";
import type { AtomSite } from "./atomSite";
import { textOf } from "./writtenValue";

const assemblyTags = ["_atom_site_disorder_assembly", "_atom_site.disorder_assembly"];
const groupTags = ["_atom_site_disorder_group", "_atom_site.disorder_group"];

/** The disorder group of each row of the atom-site loop; some programs write 0 for none. */
export function disorderReader(block: Block): (row: number) => DisorderGroup | undefined {
  const assemblies = block.find(...assemblyTags);
  const groups = block.find(...groupTags);
  if (!groups) return () => undefined;
  return (row) => {
    const group = textOf(groups.value(row));
    if (group === "" || group === "0") return undefined;
    return { assembly: textOf(assemblies?.value(row)), group };
  };
}

/** Warns, at the first site of the second group, where several groups of an assembly are filled all the time. */
export function tellFullAlternatives(sites: readonly AtomSite[], problems: ProblemList): void {
  const firstFull = new Map<string, DisorderGroup>();
  const told = new Set<string>();
  for (const { disorder, occupants, range } of sites) {
    if (!disorder || occupants.reduce((sum, { occupancy }) => sum + occupancy, 0) < 1) continue;
    const { assembly, group } = disorder;
    const first = firstFull.get(assembly) ?? disorder;
    firstFull.set(assembly, first);
    if (first.group === group || told.has(assembly)) continue;
    told.add(assembly);
    problems.warning(
      "disorder-groups-full",
      `The disorder groups ${first.group} and ${group}${assembly && ` of assembly ${assembly}`} exclude each other, but both are fully occupied: the structure holds more atoms than the crystal.`,
      range.start,
      range.end,
    );
  }
}
