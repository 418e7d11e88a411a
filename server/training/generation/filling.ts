import type { Occupant } from "../../src/crystal/structure";
import type { Random } from "../../src/learning/random";
import { drawAnion, drawCation, drawMetal, type Species } from "./species";

/** Sites of a role in the cell, by occupancy, and the highest occupancy among them. */
export interface RoleAmount {
  readonly atoms: number;
  readonly fullest: number;
}

/** Who takes each role; the occupancies of the prototype's sites are multiplied by those here. */
export type Filling = ReadonlyMap<string, readonly Occupant[]>;

const attempts = 40;
const lithium: Species = { element: "Li", oxidationState: 1 };
const hydrogen: Species = { element: "H", oxidationState: 1 };
/** Lithium sites are filled to this share of the prototype's occupancies at least. */
const emptiestLithium = 0.35;

/** Elements for the roles of a prototype: with charges that cancel, or neutral for an intermetallic. */
export function fillRoles(roles: ReadonlyMap<string, RoleAmount>, random: Random): Filling | undefined {
  const names = [...roles.keys()];
  if (names.every((role) => /^[M-O]$/.test(role))) return fillIntermetallic(names, random);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const filling = tryIonic(roles, random);
    if (filling) return filling;
  }
  return undefined;
}

function fillIntermetallic(names: readonly string[], random: Random): Filling | undefined {
  const species = new Map<string, Species>();
  for (const [i, role] of names.entries()) {
    const drawn = drawMetal(i > 0 && i === names.length - 1, random);
    if (!drawn || [...species.values()].some(({ element }) => element === drawn.element)) return undefined;
    species.set(role, drawn);
  }
  return new Map([...species].map(([role, one]) => [role, [whole(one)]]));
}

const whole = (species: Species): Occupant => ({ ...species, occupancy: 1 });

function tryIonic(roles: ReadonlyMap<string, RoleAmount>, random: Random): Filling | undefined {
  const species = new Map<string, Species>();
  const names = [...roles.keys()];
  for (const role of names.filter((name) => /^[X-Z]$/.test(name))) {
    const anion = drawAnion(random);
    if (!anion) return undefined;
    species.set(role, anion);
  }
  const anions = [...species.values()];
  if (roles.has("H")) species.set("H", hydrogen);
  const cationRoles = names.filter((name) => /^[A-D]$/.test(name));
  const open = roles.has("Li") ? undefined : cationRoles.pop();
  for (const role of cationRoles) {
    const cation = drawCation(anions, random);
    if (!cation) return undefined;
    species.set(role, cation);
  }
  const charge = [...species].reduce(
    (sum, [role, { oxidationState }]) => sum + oxidationState * (roles.get(role)?.atoms ?? 0),
    0,
  );
  if (open === undefined) return withLithium(roles, species, charge);
  const needed = -charge / (roles.get(open)?.atoms ?? 1);
  const last = Number.isInteger(needed) ? drawCation(anions, random, needed) : undefined;
  return last && withMixture(new Map([...species, [open, last]]), anions, random);
}

/** The lithium that balances the others; `undefined` where its sites would overflow or stand nearly empty. */
function withLithium(
  roles: ReadonlyMap<string, RoleAmount>,
  species: ReadonlyMap<string, Species>,
  charge: number,
): Filling | undefined {
  const { atoms, fullest } = roles.get("Li") ?? { atoms: 0, fullest: 0 };
  const share = -charge / atoms;
  if (!(share >= emptiestLithium && share * fullest <= 1 + 1e-9)) return undefined;
  const others = [...species].map(([role, one]): [string, Occupant[]] => [role, [whole(one)]]);
  return new Map([...others, ["Li", [{ ...lithium, occupancy: share }]]]);
}

/** Now and then another cation of the same charge takes a part of a role. */
function withMixture(
  species: ReadonlyMap<string, Species>,
  anions: readonly Species[],
  random: Random,
): Filling {
  return new Map(
    [...species].map(([role, one]): [string, Occupant[]] => {
      const isMixed = one.oxidationState > 0 && random.chance(0.15);
      const other = isMixed ? drawCation(anions, random, one.oxidationState) : undefined;
      if (!other || other.element === one.element) return [role, [whole(one)]];
      const share = 0.1 + 0.8 * random.uniform();
      return [
        role,
        [
          { ...one, occupancy: share },
          { ...other, occupancy: 1 - share },
        ],
      ];
    }),
  );
}
