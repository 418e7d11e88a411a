import { ewaldEnergy as energyOfCell } from "../crystal/ewald/ewaldEnergy";
import { siteCount, type Structure } from "../crystal/structure";
import { defineDescriptor, described, noOptions, refuse, type Description } from "./descriptor";

/**
 * Electrostatic energy of the formal charges, electronvolt an atom (Ewald, Ann. Phys. 369, 253 (1921)); charged cells stand
 * in a uniform background.
 */
export const ewaldEnergy = defineDescriptor({
  name: "ewald-energy",
  title: "Ewald energy",
  disorder: "refused",
  options: noOptions,
  describe,
});

function describe(structure: Structure): Description {
  const cell = energyOfCell(structure);
  if (!cell.ok) return refuse(cell.reason);
  return described([cell.energy / siteCount(structure)], ["Ewald energy per atom"]);
}
