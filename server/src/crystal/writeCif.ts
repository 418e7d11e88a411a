import {
  totalOccupancy,
  type Occupant,
  type Orbit,
  type Structure,
  type SymmetryOperation,
} from "./structure";

export interface CifHeading {
  /** The code of the data block, without `data_`; white space becomes `_`, and none becomes `structure`. */
  readonly code: string;
  /** Lines to stand above the block as a comment. */
  readonly comment?: string;
}

/**
 * A structure as CIF 1.1: cell, one atom-site row an occupant, displacements, and last the symmetry operators, which may be many.
 * Numbers are the shortest that read back equal, so that reading the text gives the same structure. Sites keep the
 * labels of their orbits, also where a simplification has put another element there.
 */
export function writeCif(structure: Structure, { code, comment }: CifHeading): string {
  const rows = siteRows(structure);
  const lines = [
    ...commented(comment),
    `data_${code.replace(/\s+/g, "_") || "structure"}`,
    ...cellItems(structure),
    ...oxidationLoop(structure),
    ...siteLoop(rows),
    ...vacancyComments(structure),
    ...displacementLoop(rows),
    ...operatorLoop(structure.operations),
  ];
  return `${lines.join("\n")}\n`;
}

function commented(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(/\r?\n/).map((line) => `# ${line}`.trimEnd());
}

function cellItems({ lattice }: Structure): string[] {
  const { a, b, c, alpha, beta, gamma } = lattice.parameters;
  return [
    ...Object.entries({ a, b, c }).map(([name, length]) => `_cell_length_${name}    ${length}`),
    ...Object.entries({ alpha, beta, gamma }).map(
      ([name, angle]) => `${`_cell_angle_${name}`.padEnd(18)} ${angle}`,
    ),
  ];
}

function loop(tags: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const widths = tags.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const aligned = rows.map((row) => row.map((value, column) => value.padEnd(widths[column] ?? 0)).join(" "));
  return ["", "loop_", ...tags, ...aligned.map((line) => line.trimEnd())];
}

function operatorLoop(operations: readonly SymmetryOperation[]): string[] {
  const rows = operations.map((operation, index) => [`${index + 1}`, quoted(operationTriplet(operation))]);
  return loop(["_space_group_symop_id", "_space_group_symop_operation_xyz"], rows);
}

/** An operation as a coordinate triplet, `-y,x-y,z+1/3`. */
export function operationTriplet({ rotation, translation }: SymmetryOperation): string {
  return translation
    .map((shift, row) => {
      const terms = ["x", "y", "z"].map((axis, column) => axisTerm(rotation[3 * row + column] ?? 0, axis));
      return (
        [...terms, shift === 0 ? "" : signed(shift, fraction(Math.abs(shift)))].join("").replace(/^\+/, "") ||
        "0"
      );
    })
    .join(",");
}

function axisTerm(factor: number, axis: string): string {
  if (factor === 0) return "";
  return signed(factor, Math.abs(factor) === 1 ? axis : `${fraction(Math.abs(factor))}${axis}`);
}

function signed(value: number, magnitude: string): string {
  return `${value < 0 ? "-" : "+"}${magnitude}`;
}

/** A ratio of small whole numbers where the value is one to the last digit, else a decimal number. */
function fraction(value: number): string {
  const denominator = [1, 2, 3, 4, 6, 8, 12].find(
    (divisor) => Math.round(value * divisor) / divisor === value,
  );
  if (denominator === undefined || denominator === 1) return `${value}`;
  return `${Math.round(value * denominator)}/${denominator}`;
}

function oxidationLoop({ orbits }: Structure): string[] {
  const numbers = new Map<string, string>();
  for (const { occupants } of orbits)
    for (const occupant of occupants) numbers.set(typeSymbol(occupant), `${occupant.oxidationState ?? "?"}`);
  if ([...numbers.values()].every((number) => number === "?")) return [];
  return loop(["_atom_type_symbol", "_atom_type_oxidation_number"], [...numbers]);
}

/** `Li1+`, `S2-`, `Fe2.6667+`, `D1+`; the bare element where no state is known. */
function typeSymbol({ element, isotope, oxidationState }: Occupant): string {
  const symbol = isotope ?? element;
  if (oxidationState === undefined) return symbol;
  return `${symbol}${Number(Math.abs(oxidationState).toFixed(4))}${oxidationState < 0 ? "-" : "+"}`;
}

function vacancyComments({ orbits }: Structure): string[] {
  return orbits.flatMap((orbit) => {
    const vacant = 1 - totalOccupancy(orbit);
    return vacant > 1e-4 ? [`# ${orbit.label} is vacant by ${Number(vacant.toFixed(4))}.`] : [];
  });
}

interface SiteRow {
  readonly label: string;
  readonly orbit: Orbit;
  readonly occupant: Occupant;
}

/** A row for each occupant of each orbit, no label twice. */
function siteRows({ orbits }: Structure): SiteRow[] {
  const taken = new Set<string>();
  return orbits.flatMap((orbit) =>
    orbit.occupants.map((occupant, index) => {
      const label = unique(index === 0 ? orbit.label : companionLabel(orbit, occupant), taken);
      return { label: quoted(label), orbit, occupant };
    }),
  );
}

const siteTags = [
  "_atom_site_label",
  "_atom_site_type_symbol",
  "_atom_site_site_symmetry_multiplicity",
  "_atom_site_fract_x",
  "_atom_site_fract_y",
  "_atom_site_fract_z",
  "_atom_site_occupancy",
];

function siteLoop(rows: readonly SiteRow[]): string[] {
  const hasDisplacements = rows.some(({ orbit }) => orbit.displacement?.isotropic !== undefined);
  const hasDisorder = rows.some(({ orbit }) => orbit.disorder !== undefined);
  const values = rows.map(({ label, orbit, occupant }) => [
    label,
    typeSymbol(occupant),
    `${orbit.multiplicity}`,
    ...orbit.position.map((coordinate) => `${coordinate}`),
    `${occupant.occupancy}`,
    ...(hasDisplacements ? [`${orbit.displacement?.isotropic ?? "?"}`] : []),
    ...(hasDisorder ? [quotedOrNone(orbit.disorder?.assembly), quotedOrNone(orbit.disorder?.group)] : []),
  ]);
  const tags = [
    ...siteTags,
    ...(hasDisplacements ? ["_atom_site_U_iso_or_equiv"] : []),
    ...(hasDisorder ? ["_atom_site_disorder_assembly", "_atom_site_disorder_group"] : []),
  ];
  return loop(tags, values);
}

function displacementLoop(rows: readonly SiteRow[]): string[] {
  const indices = ["11", "22", "33", "12", "13", "23"];
  const tags = ["_atom_site_aniso_label", ...indices.map((pair) => `_atom_site_aniso_U_${pair}`)];
  const values = rows.flatMap(({ label, orbit: { displacement } }) =>
    displacement?.anisotropic ? [[label, ...displacement.anisotropic.map((value) => `${value}`)]] : [],
  );
  return loop(tags, values);
}

/** The label of a further occupant: its symbol with the number of the orbit's label. */
function companionLabel({ label }: Orbit, { element, isotope }: Occupant): string {
  return `${isotope ?? element}${/\d.*$/.exec(label)?.[0] ?? ""}`;
}

function unique(label: string, taken: Set<string>): string {
  let candidate = label;
  for (let copy = 2; taken.has(candidate); copy++) candidate = `${label}_${copy}`;
  taken.add(candidate);
  return candidate;
}

/** A dot where there is nothing to be written. */
const quotedOrNone = (text = "") => (text === "" ? "." : quoted(text));

/** A line that has to be read as one string: bare where CIF allows it, else in quotation marks or as a text field. */
function quoted(text: string): string {
  const line = text.replace(/\s+/g, " ");
  const isBare = /^[^\s_#$'"[\];?.][^\s]*$/.test(line) && !/^(data_|save_|loop_|stop_|global_)/i.test(line);
  if (isBare) return line;
  const mark = ["'", '"'].find((quote) => !`${line} `.includes(`${quote} `));
  return mark === undefined ? `\n;${line}\n;` : mark + line + mark;
}
