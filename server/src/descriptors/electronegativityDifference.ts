import type { Structure } from "../crystal/structure";
import { defineDescriptor, described, noOptions, refuse, type Description } from "./descriptor";
import { elementData } from "./elementData";
import { noOxidationStates, speciesOf, type Species } from "./species";
import { largest, mean, range, smallest, standardDeviation, type Weighted } from "./statistics";

const labels = ["minimum", "maximum", "range", "mean", "standard deviation"].map(
  (of) => `${of} electronegativity difference`,
);

/**
 * Statistics of how much more electronegative the anions are on average than each species of cations, by the amount of the
 * cations (Deml et al., Phys. Rev. B 93, 085142 (2016)).
 */
export const electronegativityDifference = defineDescriptor({
  name: "electronegativity-difference",
  title: "Electronegativity difference",
  disorder: "weighted",
  options: noOptions,
  describe,
});

function describe(structure: Structure): Description {
  const species = speciesOf(structure);
  if (!species) return refuse(noOxidationStates);
  const charged = species.filter(({ oxidationState }) => oxidationState !== 0);
  const bare = charged.find(({ element }) => elementData(element)?.electronegativity === undefined);
  if (bare) return refuse(`${bare.element} has no electronegativity`);
  const anions = charged.filter(({ oxidationState }) => oxidationState < 0).map(electronegativity);
  const cations = charged.filter(({ oxidationState }) => oxidationState > 0).map(electronegativity);
  if (anions.length === 0 || cations.length === 0)
    return refuse("it takes cations and anions, and one of both is missing");
  const ofAnions = mean(anions);
  const differences = cations.map(({ value, weight }) => ({ value: ofAnions - value, weight }));
  return described(
    [smallest, largest, range, mean, standardDeviation].map((of) => of(differences)),
    labels,
  );
}

function electronegativity({ element, amount }: Species): Weighted {
  return { value: elementData(element)?.electronegativity ?? NaN, weight: amount };
}
