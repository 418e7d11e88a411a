import {
  matchCells,
  matchable,
  tooManySites,
  type MatchOptions,
  type Matchable,
  type StructureMatch,
} from "./matchStructures";
import type { Structure } from "../structure";

/** A structure that is the same crystal as the first of its group. */
export interface Duplicate {
  /** Index of the structure. */
  readonly index: number;
  readonly match: StructureMatch & { readonly matches: true };
}

/** Structures that are one crystal: the first, and those that match it. */
export interface StructureGroup {
  readonly first: number;
  readonly others: readonly Duplicate[];
  /** Why the first may be the same crystal as that of another group all the same; `undefined` where all were compared. */
  readonly doubt: string | undefined;
}

/**
 * Groups structures that are the same crystal, in order of first appearance. A structure joins the first group whose first
 * member it matches.
 *
 * @param structures `undefined` for what could not be read: it stands alone.
 */
export function duplicateGroups(
  structures: readonly (Structure | undefined)[],
  options: Partial<MatchOptions> = {},
): StructureGroup[] {
  const groups: { readonly group: StructureGroup; readonly others: Duplicate[]; readonly cell: Matchable }[] =
    [];
  for (const [index, structure] of structures.entries()) {
    const cell = structure && matchable(structure);
    let doubt = structure && !cell ? tooManySites : undefined;
    const joined = groups.some(({ cell: other, others }) => {
      if (!cell || !other) return false;
      const match = matchCells(other, cell, options);
      if (match.matches) others.push({ index, match });
      else if (!match.certain) doubt = match.reason;
      return match.matches;
    });
    const others: Duplicate[] = [];
    if (!joined) groups.push({ group: { first: index, others, doubt }, others, cell });
  }
  return groups.map(({ group }) => group);
}
