import type { ProblemList } from "../../cif/problemList";
import { totalOccupancy, type Orbit, type Structure } from "../structure";

/** Tells assemblies of disorder that have one group only, with sites that are not full: the alternative is missing. */
export function checkDisorderGroups({ orbits }: Structure, problems: ProblemList): void {
  for (const [assembly, sites] of byAssembly(orbits)) {
    const groups = new Set(sites.map(({ disorder }) => disorder?.group));
    const [group = ""] = groups;
    const partial = sites.find((site) => totalOccupancy(site) < 0.99);
    const range = partial?.rows[0];
    // Negative groups are disordered about a special position, which makes the alternative by symmetry.
    if (groups.size !== 1 || group.startsWith("-") || !range) continue;
    problems.information(
      "disorder-group-alone",
      `Disorder group ${group}${assembly && ` of assembly ${assembly}`} has no alternative, though its sites are not full: a group may be missing.`,
      range.start,
      range.end,
    );
  }
}

function byAssembly(orbits: readonly Orbit[]): Map<string, Orbit[]> {
  const assemblies = new Map<string, Orbit[]>();
  for (const orbit of orbits) {
    if (!orbit.disorder) continue;
    const { assembly } = orbit.disorder;
    assemblies.set(assembly, [...(assemblies.get(assembly) ?? []), orbit]);
  }
  return assemblies;
}
