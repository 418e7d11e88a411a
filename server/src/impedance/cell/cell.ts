/** A value with its standard uncertainty, in the same unit. */
export interface Measured {
  readonly value: number;
  /** 0 where none is told. */
  readonly uncertainty: number;
}

/** A pellet between electrodes, as a cell file (`*.superion.json`) tells it: one sample, and the files measured on it. */
export interface Cell {
  readonly sample: string | null;
  readonly thicknessCm: Measured | null;
  readonly diameterCm: Measured | null;
  /** Of the electrode or the pellet, as told; see {@link areaOf}. */
  readonly areaCm2: Measured | null;
  readonly massG: Measured | null;
  /** Of the crystal, without pores, g/cm3. */
  readonly density: Measured | null;
  /** Degrees Celsius, by the name of the data file. */
  readonly temperaturesC: ReadonlyMap<string, number>;
}

/** The area that is told, else that of the circle: A = pi d^2 / 4, u(A) = pi d u(d) / 2. */
export function areaOf({ areaCm2, diameterCm }: Pick<Cell, "areaCm2" | "diameterCm">): Measured | null {
  if (areaCm2) return areaCm2;
  if (!diameterCm) return null;
  const { value, uncertainty } = diameterCm;
  return { value: (Math.PI / 4) * value ** 2, uncertainty: (Math.PI / 2) * value * uncertainty };
}

/** What a data file tells of the size of its pellet. */
export interface SizeInFile {
  readonly thicknessCm: number | null;
  readonly areaCm2: number | null;
}

/**
 * Thickness over area, 1/cm, so that sigma = cellConstant / R; relative variances of independent quantities add up. Each of both
 * that the cell does not tell is that of the data file; `null` where one is told nowhere.
 */
export function cellConstant(cell: Cell, file?: SizeInFile): Measured | null {
  const thickness = cell.thicknessCm ?? exact(file?.thicknessCm);
  const area = areaOf(cell) ?? exact(file?.areaCm2);
  return thickness && area && quotient(thickness, area);
}

/** A value of which no uncertainty is told. */
export function exact(value: number | null | undefined): Measured | null {
  return typeof value === "number" ? { value, uncertainty: 0 } : null;
}

function quotient(a: Measured, b: Measured): Measured {
  const value = a.value / b.value;
  return { value, uncertainty: value * Math.hypot(a.uncertainty / a.value, b.uncertainty / b.value) };
}

/** Mass over the mass that the pellet would have without pores. */
export function relativeDensity(cell: Cell): number | null {
  const area = areaOf(cell);
  const { massG, density, thicknessCm } = cell;
  return massG && density && thicknessCm && area
    ? massG.value / (density.value * thicknessCm.value * area.value)
    : null;
}

/** A cell file of a folder. */
export interface CellFile {
  /** Without folders: `pellet 3.superion.json`. */
  readonly name: string;
  readonly cell: Cell;
}

export const cellFileEnding = ".superion.json";

/**
 * The cell file that speaks of a data file of the same folder: one that lists it, else one of the same name
 * (`a.mpt` and `a.superion.json`), else the only one there is.
 */
export function cellFileOf(dataFile: string, files: readonly CellFile[]): CellFile | undefined {
  const bare = dataFile.replace(/\.[^.]*$/, "");
  return (
    files.find(({ cell }) => cell.temperaturesC.has(dataFile)) ??
    files.find(({ name }) => [dataFile, bare].some((begin) => name === begin + cellFileEnding)) ??
    (files.length === 1 ? files[0] : undefined)
  );
}
