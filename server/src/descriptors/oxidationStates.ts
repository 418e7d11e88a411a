import type { Structure } from "../crystal/structure";
import { defineDescriptor, described, noOptions, refuse, type Description } from "./descriptor";
import { noOxidationStates, speciesOf } from "./species";
import { largest, range, smallest, standardDeviation } from "./statistics";

const labels = ["minimum", "maximum", "range", "standard deviation"].map((of) => `${of} oxidation state`);

/** Statistics of the oxidation states, an entry a species, by its amount (Deml et al., Phys. Rev. B 93, 085142 (2016)). */
export const oxidationStates = defineDescriptor({
  name: "oxidation-states",
  title: "Oxidation states",
  disorder: "weighted",
  options: noOptions,
  describe,
});

function describe(structure: Structure): Description {
  const states = speciesOf(structure)?.map(({ oxidationState, amount }) => ({
    value: oxidationState,
    weight: amount,
  }));
  if (!states) return refuse(noOxidationStates);
  return described([smallest(states), largest(states), range(states), standardDeviation(states)], labels);
}
