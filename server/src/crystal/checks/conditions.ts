import type { Block } from "../../cif/document";
import type { ProblemList } from "../../cif/problemList";
import { shown, writtenNumber } from "./writtenNumber";

/** What a measurement can have been made with, by data name. */
interface Limits {
  readonly tags: readonly string[];
  readonly code: string;
  readonly what: string;
  readonly least: number;
  readonly most: number;
  readonly unit: string;
}

const limits: readonly Limits[] = [
  {
    tags: ["_cell_measurement_temperature", "_cell_measurement.temperature"],
    code: "temperature-implausible",
    what: "A cell measured",
    least: 0.01,
    most: 3500,
    unit: "K",
  },
  {
    tags: ["_diffrn_ambient_temperature", "_diffrn.ambient_temperature"],
    code: "temperature-implausible",
    what: "A measurement",
    least: 0.01,
    most: 3500,
    unit: "K",
  },
  {
    tags: ["_diffrn_radiation_wavelength", "_diffrn_radiation_wavelength.wavelength"],
    code: "wavelength-implausible",
    what: "A measurement",
    least: 0.005,
    most: 30,
    unit: "Å",
  },
];

/** Tells temperatures and wavelengths that no measurement has; most are given in another unit. */
export function checkConditions(block: Block, problems: ProblemList): void {
  for (const { tags, code, what, least, most, unit } of limits) {
    const written = writtenNumber(block, tags);
    if (!written || (written.value >= least && written.value <= most)) continue;
    const quantity = unit === "K" ? "temperatures are in kelvin" : "wavelengths are in angstrom";
    problems.warning(
      code,
      `${what} at ${shown(written.value)} ${unit} is hardly meant: ${quantity}.`,
      written.range.start,
      written.range.end,
    );
  }
}
