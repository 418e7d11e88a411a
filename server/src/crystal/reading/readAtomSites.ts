import type { Block, CifValue, Column } from "../../cif/document";
import { numberValue } from "../../cif/number";
import type { TextRange } from "../../cif/problem";
import type { ProblemList } from "../../cif/problemList";
import { rowRange } from "../../cif/rowRange";
import type { AtomSite } from "./atomSite";
import { elementChoice, elementsInFormula, parseLabel, parseTypeSymbol, type AtomType } from "./atomType";
import { cartesianReader } from "./cartesianCoordinates";
import { readCoordinates, type Position } from "./readCoordinates";
import type { Lattice } from "../lattice";
import { disorderReader, tellFullAlternatives } from "./readDisorder";
import { displacementReader } from "./readDisplacements";
import type { Occupant } from "../structure";
import { textOf } from "./writtenValue";

/** More rows than this are no crystal that Superion can look at; reading stops there. */
export const mostAtomSites = 20_000;
/** Percent, and multiples of a multiplicity, stay below; what is above has no meaning, and sums of it no bound. */
const mostOccupancy = 1000;
/** No atom has a higher charge: iridium in IrO4+. */
const mostCharge = 9;

const named = (...names: string[]) => names.flatMap((name) => [`_atom_site_${name}`, `_atom_site.${name}`]);

const anyTags = named("fract_x", "fract_y", "fract_z", "cartn_x", "label", "type_symbol");
const fractionalTags = ["fract_x", "fract_y", "fract_z"].map((name) => named(name));
const cartesianTags = ["cartn_x", "cartn_y", "cartn_z"].map((name) => named(name));
const labelTags = named("label", "label_atom_id", "auth_atom_id", "id");
const typeTags = named("type_symbol");
const occupancyTags = named("occupancy");
const multiplicityTags = named("site_symmetry_multiplicity", "symmetry_multiplicity");
const flagTags = named("calc_flag");

interface Columns {
  readonly label: Column | undefined;
  readonly type: Column | undefined;
  readonly coordinates: readonly [Column, Column, Column];
  readonly occupancy: Column | undefined;
  readonly multiplicity: Column | undefined;
  readonly flag: Column | undefined;
  readonly model: Column | undefined;
}

export function hasAtomSites(block: Block): boolean {
  return block.find(...anyTags) !== undefined;
}

/** Rows of the atom-site loop that have a position and an element; the others are told in `problems`. */
export function readAtomSites(block: Block, lattice: Lattice, problems: ProblemList): AtomSite[] {
  const [columns, toFractional] = findColumns(block, lattice, problems);
  if (!columns) return [];
  let elements: ReadonlySet<string> | undefined;
  const context = () => (elements ??= contextOf(block));
  const oxidation = oxidationNumbers(block);
  const displacement = displacementReader(block, lattice);
  const disorder = disorderReader(block);
  const [x] = columns.coordinates;
  const firstModel = textOf(columns.model?.value(0));
  const sites: AtomSite[] = [];
  for (let row = 0; row < x.rows; row++) {
    if (columns.model && textOf(columns.model.value(row)) !== firstModel) continue;
    const range = (x.loop && rowRange(x.loop, row)) ?? x.value(row)?.range ?? x.tagRange;
    const label = textOf(columns.label?.value(row)) || textOf(columns.type?.value(row)) || `Site ${row + 1}`;
    if (textOf(columns.flag?.value(row)).toLowerCase() === "dum") {
      problems.warning("dummy-site", `${label} is a dummy atom: left out.`, range.start, range.end);
      continue;
    }
    const coordinates = readCoordinates(columns.coordinates, row, label, range, problems);
    const types = coordinates && typesOf(columns, row, label, context, range, problems);
    if (!types) continue;
    const occupants = occupantsOf(
      types,
      columns.occupancy?.value(row),
      label,
      oxidation(columns.type, row),
      range,
      problems,
    );
    if (occupants.length === 0) continue;
    sites.push({
      label,
      ...toFractional(coordinates),
      occupants,
      displacement: displacement(row),
      disorder: disorder(row),
      range,
      declaredMultiplicity: declaredMultiplicity(columns.multiplicity?.value(row)),
    });
    if (sites.length > mostAtomSites) break;
  }
  tellFullAlternatives(sites, problems);
  return sites;
}

/** Fractional coordinates, or Cartesian ones where the file has no fractional. */
function findColumns(
  block: Block,
  lattice: Lattice,
  problems: ProblemList,
): [Columns | undefined, (coordinates: Position) => Position] {
  const triple = (tags: readonly string[][]): readonly [Column, Column, Column] | undefined => {
    const [x, y, z] = tags.map((names) => block.find(...names));
    return x && y && z && [x, y, z];
  };
  const fractional = triple(fractionalTags);
  const coordinates = fractional ?? triple(cartesianTags);
  if (!coordinates) return [undefined, (position) => position];
  const columns = {
    label: block.find(...labelTags),
    type: block.find(...typeTags),
    coordinates,
    occupancy: block.find(...occupancyTags),
    multiplicity: block.find(...multiplicityTags),
    flag: block.find(...flagTags),
    model: block.find("_atom_site.pdbx_pdb_model_num"),
  };
  if (fractional) return [columns, (position) => position];
  const fromCartesian = cartesianReader(block, lattice, problems);
  return [
    columns,
    (position) => ({ ...position, position: fromCartesian(position.position), thirds: undefined }),
  ];
}

function typesOf(
  { type, label: labels }: Columns,
  row: number,
  label: string,
  context: () => ReadonlySet<string>,
  range: TextRange,
  problems: ProblemList,
): readonly AtomType[] | undefined {
  const symbol = textOf(type?.value(row));
  const types = symbol === "" ? parseLabel(label, context()) : parseTypeSymbol(symbol);
  const choice = symbol === "" ? elementChoice(label, context()) : undefined;
  if (choice)
    problems.warning(
      "label-ambiguous",
      `The label ${label} can mean ${choice.join(" or ")}: taken as ${types?.[0]?.element ?? ""}. A type symbol would tell.`,
      range.start,
      range.end,
    );
  if (!types) {
    const name =
      symbol === "" ? `The label ${label} begins with no element` : `${symbol} (site ${label}) is no element`;
    problems.warning("unknown-element", `${name}: the site is left out.`, range.start, range.end);
  } else if (types.some(({ hidesHydrogen }) => hidesHydrogen)) {
    const place = (symbol === "" ? labels?.value(row)?.range : type?.value(row)?.range) ?? range;
    const [first] = types;
    problems.warning(
      "hydrogen-without-position",
      `${symbol === "" ? label : symbol} is read as ${first?.element ?? ""}; its hydrogen has no position and is left out.`,
      place.start,
      place.end,
    );
  }
  return types;
}

function occupantsOf(
  types: readonly AtomType[],
  value: CifValue | undefined,
  label: string,
  oxidationNumber: number | undefined,
  range: TextRange,
  problems: ProblemList,
): Occupant[] {
  const occupancy = readOccupancy(value, label, problems);
  return types
    .map(({ element, isotope, share, oxidationState }) => ({
      element,
      occupancy: occupancy * share,
      oxidationState: possibleState(oxidationNumber ?? oxidationState, label, range, problems),
      ...(isotope && { isotope }),
    }))
    .filter((occupant) => occupant.occupancy > 0);
}

function possibleState(
  state: number | undefined,
  label: string,
  { start, end }: TextRange,
  problems: ProblemList,
): number | undefined {
  if (state === undefined || Math.abs(state) <= mostCharge) return state;
  problems.warning(
    "oxidation-number-impossible",
    `${label} has the oxidation number ${state}: no atom has more than ${mostCharge}, and it is not used.`,
    start,
    end,
  );
  return undefined;
}

/** 1 where the file gives none. */
function readOccupancy(value: CifValue | undefined, label: string, problems: ProblemList): number {
  if (!value || value.kind === "unknown" || value.kind === "inapplicable") return 1;
  const number = numberValue(textOf(value).trim());
  const { start, end } = value.range;
  if (number === undefined || Math.abs(number) > mostOccupancy) {
    problems.warning(
      "occupancy-not-a-number",
      `The occupancy of ${label} is not a number that can be one: taken as 1.`,
      start,
      end,
    );
    return 1;
  }
  if (number >= 0) return number;
  problems.warning(
    "occupancy-below-zero",
    `The occupancy of ${label} is negative: the site is left out.`,
    start,
    end,
  );
  return 0;
}

function declaredMultiplicity(value: CifValue | undefined): AtomSite["declaredMultiplicity"] {
  const number = Number(textOf(value));
  return value && Number.isInteger(number) && number > 0 ? { value: number, range: value.range } : undefined;
}

/** The elements that the file names outside its labels. */
function contextOf(block: Block): ReadonlySet<string> {
  const formula = block.find("_chemical_formula_sum", "_chemical_formula.sum", "_chemical_formula_moiety");
  const types = block.find("_atom_type_symbol", "_atom_type.symbol");
  const context = new Set(elementsInFormula(textOf(formula?.value(0))));
  for (let row = 0; row < (types?.rows ?? 0); row++)
    for (const { element } of parseTypeSymbol(textOf(types?.value(row))) ?? []) context.add(element);
  return context;
}

/** The oxidation number that the atom-type loop gives for the type symbol of a row. */
function oxidationNumbers(block: Block): (type: Column | undefined, row: number) => number | undefined {
  const symbols = block.find("_atom_type_symbol", "_atom_type.symbol");
  const numbers = block.find("_atom_type_oxidation_number", "_atom_type.oxidation_number");
  const states = new Map<string, number>();
  for (let row = 0; row < Math.min(symbols?.rows ?? 0, numbers?.rows ?? 0); row++) {
    const state = numberValue(textOf(numbers?.value(row)).trim());
    if (state !== undefined) states.set(textOf(symbols?.value(row)), state);
  }
  return (type, row) => (states.size === 0 ? undefined : states.get(textOf(type?.value(row))));
}
