import { InvalidArgumentError, Option } from "commander";
import {
  parseStatedOxidationStates,
  type StatedOxidationStates,
} from "../crystal/oxidation/statedOxidationStates";

/** `--oxidation "Fe=2, S1=-2"`, for every command that reads structures; its value is in `oxidation`. */
export function oxidationOption(): Option {
  return new Option(
    "--oxidation <states>",
    'oxidation states of elements or sites that go before all others, "Fe=2, S1=-2"',
  ).argParser(parse);
}

export interface OxidationOption {
  readonly oxidation?: StatedOxidationStates;
}

function parse(line: string): StatedOxidationStates {
  const parsed = parseStatedOxidationStates(line);
  if (parsed.ok) return parsed.states;
  throw new InvalidArgumentError(`${parsed.reason}.`);
}
