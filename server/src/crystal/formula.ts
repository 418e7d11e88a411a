import { elementBySymbol, withoutIsotope } from "./elements";
import { composition, totalOccupancy, type Orbit, type Structure } from "./structure";

/** An element, or an oxoanion, with its amount in one formula unit. */
interface Amount {
  readonly element: string;
  readonly amount: number;
}

/**
 * The composition of one formula unit as chemists of the field write it: Li first, cations by rising electronegativity,
 * then anions with the halides last (`Li10GeP2S12`, `Li6PS5Cl`), oxoanions in brackets (`LiTi2(PO4)3`), fractional
 * amounts to four digits (`Li6.25Si0.25P0.75S5Br`). Empty for a structure without atoms.
 */
export function reducedFormula(structure: Structure): string {
  const charges = elementCharges(structure);
  const amounts = [...formulaAmounts(structure)].sort((first, second) =>
    compare(rank(first.element, charges), rank(second.element, charges)),
  );
  return printed(withOxoanions(amounts, charges));
}

/**
 * The formula unit in Hill's order: carbon, hydrogen, then the others by the alphabet; all by the alphabet where there is
 * no carbon (Hill, J. Am. Chem. Soc. 22, 478 (1900)).
 */
export function hillFormula(structure: Structure): string {
  const amounts = formulaAmounts(structure);
  const first = amounts.some(({ element }) => element === "C") ? ["C", "H"] : [];
  const place = (element: string) => (first.includes(element) ? `${first.indexOf(element)}` : element);
  return printed([...amounts].sort((one, other) => (place(one.element) < place(other.element) ? -1 : 1)));
}

/**
 * The formula unit with the electropositive elements first, by the element sequence of the IUPAC recommendations
 * (Nomenclature of Inorganic Chemistry 2005, table VI).
 */
export function iupacFormula(structure: Structure): string {
  const place = (element: string) => iupacSequence.indexOf(withoutIsotope(element));
  return printed(
    [...formulaAmounts(structure)].sort((one, other) => place(one.element) - place(other.element)),
  );
}

/** From the most electropositive: group by group from right to left of the sequence, each from its heaviest element up. */
const iupacSequence = (
  "Rn Xe Kr Ar Ne He Fr Cs Rb K Na Li Ra Ba Sr Ca Mg Be " +
  "Lr No Md Fm Es Cf Bk Cm Am Pu Np U Pa Th Ac Lu Yb Tm Er Ho Dy Tb Gd Eu Sm Pm Nd Pr Ce La Y Sc " +
  "Hf Zr Ti Ta Nb V W Mo Cr Re Tc Mn Os Ru Fe Ir Rh Co Pt Pd Ni Au Ag Cu Hg Cd Zn Tl In Ga Al B " +
  "Pb Sn Ge Si C Bi Sb As P N H Po Te Se S O At I Br Cl F"
).split(" ");

/** Atoms of each element in one formula unit, in no order. */
function formulaAmounts(structure: Structure): Amount[] {
  const unitsPerCell = formulaUnits(structure);
  return [...composition(structure)]
    .filter(([, atoms]) => atoms > 0)
    .map(([element, atoms]) => ({ element, amount: rounded(atoms / unitsPerCell) }));
}

/**
 * Formula units in the cell: the greatest common divisor of the numbers of sites that are filled by the same elements.
 * Sites that are part empty say nothing about it: their amounts follow. Where the anions alone fill their sites, the unit
 * is the smallest in which the cations are whole too (`Li3YBr6`, not `Li0.5Y0.1667Br`).
 */
function formulaUnits(structure: Structure): number {
  const sites = new Map<string, number>();
  for (const orbit of structure.orbits.filter(isFull)) {
    const elements = [...new Set(orbit.occupants.map(({ element }) => element))].sort().join(" ");
    sites.set(elements, (sites.get(elements) ?? 0) + orbit.multiplicity);
  }
  const divisor = [...sites.values()].reduce(greatestCommonDivisor, 0) || 1;
  if (sites.size !== 1) return divisor;
  const amounts = [...composition(structure).values()].map((atoms) => atoms / divisor);
  return (
    divisor / ([1, 2, 3, 4, 6].find((factor) => amounts.every((amount) => isWhole(factor * amount))) ?? 1)
  );
}

/** Whole but for the errors of refined occupancies. */
function isWhole(amount: number): boolean {
  const whole = Math.round(amount);
  return whole > 0 && Math.abs(amount - whole) < 0.02 * whole;
}

function isFull(orbit: Orbit): boolean {
  return Math.abs(totalOccupancy(orbit) - 1) < 2e-3;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Four significant digits, and a whole number where it is one but for the digits of the file's occupancies. */
function rounded(amount: number): number {
  const whole = Math.round(amount);
  return whole > 0 && Math.abs(amount - whole) < 1e-3 * whole ? whole : Number(amount.toPrecision(4));
}

/** Total charge of each element in the cell; its sign tells cation from anion. */
function elementCharges({ orbits }: Structure): Map<string, number> {
  const charges = new Map<string, number>();
  for (const { multiplicity, occupants } of orbits)
    for (const { element, occupancy, oxidationState = 0 } of occupants)
      charges.set(element, (charges.get(element) ?? 0) + multiplicity * occupancy * oxidationState);
  return charges;
}

const halides = ["F", "Cl", "Br", "I"];

/** What decides an element's place in a formula, most significant first. */
function rank(element: string, charges: ReadonlyMap<string, number>): readonly [number, number] {
  if (element === "Li") return [0, 0];
  const electronegativity = elementBySymbol(withoutIsotope(element))?.electronegativity ?? 1.2;
  if ((charges.get(element) ?? 0) >= 0) return [1, electronegativity];
  return halides.includes(element) ? [3, halides.indexOf(element)] : [2, electronegativity];
}

function compare(
  [group, order]: readonly [number, number],
  [otherGroup, otherOrder]: readonly [number, number],
): number {
  return group - otherGroup || order - otherOrder;
}

/** Oxygen atoms around the central atom of the common oxoanions. */
const oxygenOf = new Map([
  ["P", 4],
  ["S", 4],
  ["Mo", 4],
  ["W", 4],
  ["C", 3],
  ["N", 3],
]);

/** Turns `P3 O12` into `(PO4)3` where the central atom comes right before oxygen and takes all of it. */
function withOxoanions(amounts: readonly Amount[], charges: ReadonlyMap<string, number>): Amount[] {
  const at = amounts.findIndex(({ element }) => element === "O");
  const [central, oxygen] = [amounts[at - 1], amounts[at]];
  if (
    central === undefined ||
    oxygen === undefined ||
    central.amount < 2 ||
    !Number.isInteger(central.amount)
  )
    return [...amounts];
  const isCation = (charges.get(central.element) ?? 0) > 0;
  const coordination = isCation ? oxygenOf.get(central.element) : undefined;
  if (coordination === undefined || oxygen.amount !== coordination * central.amount) return [...amounts];
  const oxoanion = { element: `(${central.element}O${coordination})`, amount: central.amount };
  return [...amounts.slice(0, at - 1), oxoanion, ...amounts.slice(at + 1)];
}

function printed(amounts: readonly Amount[]): string {
  return amounts.map(({ element, amount }) => (amount === 1 ? element : `${element}${amount}`)).join("");
}
