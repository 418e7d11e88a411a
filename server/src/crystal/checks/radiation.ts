import type { Block } from "../../cif/document";
import type { ProblemList } from "../../cif/problemList";
import { firstText } from "../reading/writtenValue";
import { shown, writtenNumber } from "./writtenNumber";

/** Of Kα, the mean of Kα1 and Kα2, in angstrom. International Tables C, table 4.2.2.1. */
const alphaLines: Readonly<Record<string, string>> = {
  Ag: "0.56087",
  Co: "1.79026",
  Cr: "2.29100",
  Cu: "1.54184",
  Fe: "1.93735",
  Mo: "0.71073",
};

/** Relative: Kα1 alone is 0.5 % shorter. */
const tolerance = 0.02;

/** Compares the wavelength with that of the anode that the file names, as in `MoK\a` or `Cu Ka1`. */
export function checkRadiation(block: Block, problems: ProblemList): void {
  const type = firstText(block, ["_diffrn_radiation_type", "_diffrn_radiation.type"])?.text ?? "";
  const wavelengths = ["_diffrn_radiation_wavelength", "_diffrn_radiation_wavelength.wavelength"];
  const written = writtenNumber(block, wavelengths);
  const [, anode = ""] = /(?:^|[^A-Za-z])([A-Z][a-z])[- ~]*K[-~\\]*(?:a|α|$)/.exec(type) ?? [];
  const expected = alphaLines[anode];
  if (!written || expected === undefined) return;
  if (Math.abs(written.value / Number(expected) - 1) <= tolerance) return;
  problems.contradiction(
    "wavelength-contradiction",
    `The file gives ${shown(written.value)} Å, but the Kα radiation of ${anode} has ${expected} Å.`,
    written.range,
    expected,
  );
}
