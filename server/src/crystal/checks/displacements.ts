import type { ProblemList } from "../../cif/problemList";
import type { Structure } from "../structure";

/** Square angstrom: an atom that is farther than 1 angstrom from its site on average is on no site. */
const largest = 1;
/** Refinement makes small negative numbers of what is near 0. */
const smallest = -0.005;

/**
 * Tells displacement parameters that no atom of a crystal has, such as B given for U, which is 79 times as large: once, since
 * a column is wrong from top to bottom.
 */
export function checkDisplacements({ orbits }: Structure, problems: ProblemList): void {
  const impossible = orbits.filter(
    ({ displacement: { isotropic = 0 } = {} }) => isotropic < smallest || isotropic > largest,
  );
  const [first] = impossible;
  const range = first?.rows[0];
  if (!first || !range) return;
  const { isotropic = 0 } = first.displacement ?? {};
  const others = impossible.length > 1 ? ` (and ${plural(impossible.length - 1, "other site")})` : "";
  const reason =
    isotropic < 0
      ? "a mean square is not negative"
      : "atoms of a crystal stay nearer to their site. B = 8π²U may be given as U";
  problems.warning(
    "displacement-implausible",
    `${first.label}${others} has a mean square displacement of ${Number(isotropic.toPrecision(3))} Å²: ${reason}.`,
    range.start,
    range.end,
  );
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
