import { elementBySymbol, elements } from "../crystal/elements";
import type { Structure } from "../crystal/structure";
import { defineDescriptor, described, noOptions, refuse, type Description } from "./descriptor";
import type { ElementData } from "./elementData";
import { constituentsOf, type Constituent } from "./species";
import { mean, range } from "./statistics";
import { valenceElectrons, valenceLabels } from "./valenceOrbital";

const labels = [
  ...elements.map(({ symbol }) => `${symbol} fraction`),
  "mean atomic mass",
  "mean group",
  "mean period",
  "range of atomic number",
  "mean atomic number",
  "range of atomic radius",
  "mean atomic radius",
  "range of electronegativity",
  "mean electronegativity",
  ...valenceLabels,
];

/**
 * The composition, hydrogen to lawrencium, with statistics of nine properties and of the valence electrons (Meredig et al.,
 * Phys. Rev. B 89, 094104 (2014)).
 */
export const meredig = defineDescriptor({
  name: "meredig",
  title: "Meredig",
  disorder: "weighted",
  options: noOptions,
  describe,
});

function describe(structure: Structure): Description {
  const constituents = constituentsOf(structure);
  if ("reason" in constituents) return refuse(constituents.reason);
  for (const [property, name] of [
    ["atomicRadius", "atomic radius"],
    ["electronegativity", "electronegativity"],
  ] as const) {
    const bare = constituents.find(({ data }) => data[property] === undefined);
    if (bare) return refuse(`${bare.element} has no ${name}`);
  }
  const fractions = new Map(constituents.map(({ element, fraction }) => [element, fraction]));
  return described(
    [
      ...elements.map(({ symbol }) => fractions.get(symbol) ?? 0),
      ...properties(constituents),
      ...valenceElectrons(constituents),
    ],
    labels,
  );
}

function properties(constituents: readonly Constituent[]): number[] {
  const entries = (of: (data: ElementData) => number | undefined) =>
    constituents.map(({ data, fraction }) => ({ value: of(data) ?? NaN, weight: fraction }));
  const numbers = constituents.map(({ element, fraction }) => ({
    value: elementBySymbol(element)?.atomicNumber ?? NaN,
    weight: fraction,
  }));
  const radii = entries(({ atomicRadius }) => atomicRadius);
  const electronegativities = entries(({ electronegativity }) => electronegativity);
  return [
    mean(entries(({ mass }) => mass)),
    mean(entries(({ group }) => group)),
    mean(entries(({ period }) => period)),
    range(numbers),
    mean(numbers),
    range(radii),
    mean(radii),
    range(electronegativities),
    mean(electronegativities),
  ];
}
