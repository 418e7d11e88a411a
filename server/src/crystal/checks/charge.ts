import type { ProblemList } from "../../cif/problemList";
import type { Structure } from "../structure";

/** Of all positive charges: refined occupancies are not neutral to the last digit. */
const tolerance = 0.05;

/** Adds up the oxidation numbers that the file gives; where Superion finds its own, reading tells how sure they are. */
export function checkCharge({ oxidation, orbits }: Structure, problems: ProblemList): void {
  if (oxidation.method !== "file") return;
  let [positive, negative] = [0, 0];
  for (const { multiplicity, occupants } of orbits)
    for (const { occupancy, oxidationState = 0 } of occupants) {
      if (oxidationState > 0) positive += multiplicity * occupancy * oxidationState;
      else negative -= multiplicity * occupancy * oxidationState;
    }
  const range = orbits[0]?.rows[0];
  if (!range || Math.abs(positive - negative) <= tolerance * Math.max(positive, negative)) return;
  const charge = positive - negative;
  problems.information(
    "charge-unbalanced",
    `With the oxidation numbers of the file a cell has a charge of ${charge > 0 ? "+" : "−"}${Math.abs(charge).toFixed(2)}: atoms may be missing, or a number is wrong.`,
    range.start,
    range.end,
  );
}
