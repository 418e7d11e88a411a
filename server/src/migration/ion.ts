import { elementBySymbol } from "../crystal/elements";
import type { Occupant, Structure } from "../crystal/structure";

/** A mobile ion. */
export interface Ion {
  readonly element: string;
  /** Elementary charges, a whole number above 0. */
  readonly charge: number;
}

export const lithium: Ion = { element: "Li", charge: 1 };

/** `Li1+`. */
export const ionName = ({ element, charge }: Ion): string => `${element}${charge}+`;

/** Reads `Li1+`, `Mg2+`, or `Ag+`; `undefined` for what names no cation. */
export function parseIon(text: string): Ion | undefined {
  const [, element = "", charge = ""] = /^([A-Z][a-z]?)(\d?)\+$/.exec(text.trim()) ?? [];
  if (!elementBySymbol(element) || charge === "0") return undefined;
  return { element, charge: charge === "" ? 1 : Number(charge) };
}

/** Whether an atom is the mobile ion. An atom of the same element in another state belongs to the framework. */
export function isMobile({ element, oxidationState }: Occupant, ion: Ion): boolean {
  return element === ion.element && Math.round(oxidationState ?? ion.charge) === ion.charge;
}

/** The sites that hold some of the mobile ion. */
export function mobileOrbits({ orbits }: Structure, ion: Ion): Structure["orbits"] {
  return orbits.filter(({ occupants }) =>
    occupants.some((occupant) => occupant.occupancy > 0 && isMobile(occupant, ion)),
  );
}
