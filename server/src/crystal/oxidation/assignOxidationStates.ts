import { bondValenceSums } from "../bonding/bondValenceSums";
import { elementBySymbol, withoutIsotope } from "../elements";
import {
  noOxidationStates,
  type Occupant,
  type Orbit,
  type OxidationAssignment,
  type Structure,
} from "../structure";
import { balanceGroups } from "./chargeBalance";
import { separateMixedValence } from "./mixedValence";
import { roleKey, siteRoles, type SiteRole } from "./siteRoles";
import type { ChargeGroup } from "./valences";
import type { StatedOxidationStates } from "./statedOxidationStates";

/** Charges left over count for nothing below this share of all positive charge: occupancies have errors. */
const tolerance = 0.025;
/** Valence units: a global instability above this says that bond lengths do not bear out the states. */
const mostInstability = 0.3;

/**
 * The structure with an oxidation state on every occupant: those of the file and of the user as they are, the others so that
 * the charges of the composition balance, one state an element. Bond lengths decide where a composition cannot: an element
 * with both signs (S in a sulfate beside a sulfide) by what it is bonded to, one of mixed valence on several orbits by its
 * bond valence sums. A state is fractional where an element has two valences on one orbit (Mn in LiMn2O4) or forms bonds
 * with itself (Li3P7). Intermetallics get 0 throughout. Occupants of unknown elements get none.
 *
 * The method told is `bond-valence` where the bond valence sums bear the states out, with a global instability of up to 0.3
 * valence units, else `composition`; `user` where the user gave some. Confidence is high where the charges balance and the
 * bonds agree (or the atoms are neutral), medium where one of both holds, low where none does.
 *
 * @param stated states that the user gives, by element or site label.
 */
export function assignOxidationStates(
  structure: Structure,
  stated: StatedOxidationStates = new Map(),
): Structure {
  const groups = new ChargeGroups(structure, stated);
  const states = groups.balanced();
  if (states.size === 0) return { ...structure, oxidation: noOxidationStates };
  const assigned = separateMixedValence(
    withStates(structure, (orbit, i, occupant) => states.get(groups.keyOf(orbit, i, occupant))),
  );
  return { ...assigned, oxidation: judge(assigned, groups.isStated) };
}

/** Atoms that get one state together: by element, by site role where an element has two, by label where the user says so. */
class ChargeGroups {
  private readonly roles: ReadonlyMap<string, SiteRole>;
  readonly isStated: boolean;

  constructor(
    private readonly structure: Structure,
    private readonly stated: StatedOxidationStates,
  ) {
    this.roles = siteRoles(structure);
    this.isStated = structure.orbits.some(({ label, occupants }) =>
      occupants.some(({ element }) => stated.has(label) || stated.has(element)),
    );
  }

  balanced(): Map<string, number> {
    const groups = new Map<string, ChargeGroup>();
    this.structure.orbits.forEach((orbit, i) => {
      for (const occupant of orbit.occupants) {
        const key = this.keyOf(orbit, i, occupant);
        const amount = orbit.multiplicity * occupant.occupancy + (groups.get(key)?.amount ?? 0);
        const element = withoutIsotope(occupant.element);
        const state = this.given(orbit, occupant);
        if (amount > 0 && elementBySymbol(element))
          groups.set(key, { key, element, amount, state, sign: this.signOf(i, occupant) });
      }
    });
    return balanceGroups([...groups.values()]);
  }

  keyOf(orbit: Orbit, index: number, occupant: Occupant): string {
    const { element } = occupant;
    const state = this.given(orbit, occupant);
    if (state !== undefined) return `${element} = ${state}`;
    return [withoutIsotope(element), this.roles.get(roleKey(index, element)) ?? ""].join(" ");
  }

  private signOf(index: number, { element }: Occupant): 1 | -1 | undefined {
    const role = this.roles.get(roleKey(index, element));
    if (role === undefined) return undefined;
    return role === "centre" ? 1 : -1;
  }

  /** By the user, for the site before the element, or by the file. */
  private given({ label }: Orbit, { element, oxidationState }: Occupant): number | undefined {
    return this.stated.get(label) ?? this.stated.get(element) ?? oxidationState;
  }
}

function withStates(
  structure: Structure,
  stateOf: (orbit: Orbit, index: number, occupant: Occupant) => number | undefined,
): Structure {
  const orbits = structure.orbits.map((orbit, i) => ({
    ...orbit,
    occupants: orbit.occupants.map((occupant) => ({
      ...occupant,
      oxidationState: stateOf(orbit, i, occupant),
    })),
  }));
  return { ...structure, orbits };
}

function judge(structure: Structure, isStated: boolean): OxidationAssignment {
  const { isBalanced, isNeutral } = chargesOf(structure);
  if (isStated) return { method: "user", confidence: isBalanced ? "high" : "medium" };
  if (isNeutral) return { method: "composition", confidence: "high" };
  const { globalInstability = Infinity } = bondValenceSums(structure);
  const method = globalInstability <= mostInstability ? "bond-valence" : "composition";
  const reasons = Number(isBalanced) + Number(method === "bond-valence");
  return { method, confidence: (["low", "medium", "high"] as const)[reasons] };
}

function chargesOf({ orbits }: Structure): { readonly isBalanced: boolean; readonly isNeutral: boolean } {
  let [positive, negative] = [0, 0];
  for (const { multiplicity, occupants } of orbits)
    for (const { occupancy, oxidationState = 0 } of occupants) {
      const charge = multiplicity * occupancy * oxidationState;
      if (charge > 0) positive += charge;
      else negative -= charge;
    }
  const most = Math.max(positive, negative);
  return { isBalanced: Math.abs(positive - negative) <= tolerance * most, isNeutral: most === 0 };
}
