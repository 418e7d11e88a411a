import type { Block } from "../../cif/document";
import type { Problem } from "../../cif/problem";
import { ProblemList } from "../../cif/problemList";
import type { Structure } from "../structure";
import { checkCellVolume } from "./cellVolume";
import { checkCharge } from "./charge";
import { checkCloseAtoms } from "./closeAtoms";
import { checkConditions } from "./conditions";
import { checkCrystalSystem } from "./crystalSystem";
import { checkDensity } from "./density";
import { checkDisorderGroups } from "./disorderGroups";
import { checkDisplacements } from "./displacements";
import { checkFormula } from "./formula";
import { checkRadiation } from "./radiation";

/**
 * What a data block says twice, compared: the file against itself and against what any crystal allows. Nothing of it keeps
 * the structure from being read, and reading tells the rest. Sorted by place.
 */
export function checkCrystal(block: Block, structure: Structure | undefined): Problem[] {
  const problems = new ProblemList();
  checkConditions(block, problems);
  checkRadiation(block, problems);
  if (!structure) return problems.sorted();
  checkCellVolume(block, structure, problems);
  checkCrystalSystem(block, structure, problems);
  checkCloseAtoms(structure, problems);
  checkDisplacements(structure, problems);
  checkDisorderGroups(structure, problems);
  checkCharge(structure, problems);
  // A density or charge that is off with the formula has the same cause.
  if (checkFormula(block, structure, problems)) checkDensity(block, structure, problems);
  return problems.sorted();
}
