import type { Structure } from "../crystal/structure";
import { defineDescriptor, described, noOptions, refuse, type Description } from "./descriptor";
import { constituentsOf } from "./species";

/**
 * Where the middle of the band gap lies: minus the geometric mean of the electronegativities on Pauling's scale, the form
 * that the thesis used (Butler and Ginley, J. Electrochem. Soc. 125, 228 (1978), have absolute electronegativities in
 * electronvolt in their place).
 */
export const bandCenter = defineDescriptor({
  name: "band-center",
  title: "Band center",
  disorder: "weighted",
  options: noOptions,
  describe,
});

function describe(structure: Structure): Description {
  const constituents = constituentsOf(structure);
  if ("reason" in constituents) return refuse(constituents.reason);
  const bare = constituents.find(({ data }) => data.electronegativity === undefined);
  if (bare) return refuse(`${bare.element} has no electronegativity`);
  const logarithm = constituents.reduce(
    (sum, { data, fraction }) => sum + fraction * Math.log(data.electronegativity ?? NaN),
    0,
  );
  return described([-Math.exp(logarithm)], ["band center"]);
}
