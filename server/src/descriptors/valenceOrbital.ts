import type { Structure } from "../crystal/structure";
import { defineDescriptor, described, noOptions, refuse, type Description } from "./descriptor";
import { constituentsOf, type Constituent } from "./species";

const orbitals = ["s", "p", "d", "f"];
export const valenceLabels = [
  ...orbitals.map((orbital) => `mean ${orbital} valence electrons`),
  ...orbitals.map((orbital) => `fraction of ${orbital} valence electrons`),
];

/**
 * Electrons beyond the noble gas in s, p, d and f orbitals, the mean over the atoms, then their shares of all of these (Ward et
 * al., npj Comput. Mater. 2, 16028 (2016)).
 */
export const valenceOrbital = defineDescriptor({
  name: "valence-orbital",
  title: "Valence orbital",
  disorder: "weighted",
  options: noOptions,
  describe,
});

function describe(structure: Structure): Description {
  const constituents = constituentsOf(structure);
  if ("reason" in constituents) return refuse(constituents.reason);
  return described(valenceElectrons(constituents), valenceLabels);
}

/** Mean electrons in s, p, d and f orbitals, then their shares. */
export function valenceElectrons(constituents: readonly Constituent[]): number[] {
  const means = orbitals.map((_, angular) =>
    constituents.reduce((sum, { data, fraction }) => {
      const shells = data.valence.filter((subshell) => subshell.angular === angular);
      return sum + fraction * shells.reduce((own, { electrons }) => own + electrons, 0);
    }, 0),
  );
  const total = means.reduce((sum, electrons) => sum + electrons, 0);
  return [...means, ...means.map((electrons) => electrons / total)];
}
