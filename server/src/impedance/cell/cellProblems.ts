import type { ImpedanceProblem } from "../problem";
import { areaOf, relativeDensity, type Cell } from "./cell";

/** A pellet is not denser than its crystal, but for the errors of mass and size; and pressed powder fills more than this. */
const mostDense = 1.05;
const leastDense = 0.4;
/** Area and diameter that are both told may differ by this share. */
const mostAreaDifference = 0.02;

/** Says what of a cell cannot be: most often a length in another unit than meant. */
export function cellProblems(cell: Cell): ImpedanceProblem[] {
  return [thickerThanWide(cell), areaAgainstDiameter(cell), massAgainstSize(cell)].filter(
    (each) => each !== null,
  );
}

const warning = (code: string, message: string): ImpedanceProblem => {
  return { code, severity: "warning", message, line: null, column: null };
};

function thickerThanWide({ thicknessCm, areaCm2, diameterCm }: Cell): ImpedanceProblem | null {
  const area = areaOf({ areaCm2, diameterCm })?.value;
  const width = diameterCm?.value ?? (area === undefined ? undefined : Math.sqrt((4 * area) / Math.PI));
  if (!thicknessCm || width === undefined || thicknessCm.value <= width) return null;
  return warning(
    "thickness-exceeds-diameter",
    `The pellet is thicker (${mm(thicknessCm.value)}) than wide (${mm(width)}). Is the unit of the thickness right?`,
  );
}

function areaAgainstDiameter({ areaCm2, diameterCm }: Cell): ImpedanceProblem | null {
  const circle = diameterCm && areaOf({ areaCm2: null, diameterCm });
  if (!areaCm2 || !circle) return null;
  if (Math.abs(areaCm2.value / circle.value - 1) <= mostAreaDifference) return null;
  return warning(
    "area-and-diameter",
    `The area (${short(areaCm2.value)} cm²) is not that of the diameter (${short(circle.value)} cm²). The area is used.`,
  );
}

function massAgainstSize(cell: Cell): ImpedanceProblem | null {
  const dense = relativeDensity(cell);
  if (dense === null || (dense >= leastDense && dense <= mostDense)) return null;
  const share =
    dense > 1 ? `${short(dense)} times as dense as the crystal` : `only ${short(100 * dense)} % dense`;
  return warning(
    "mass-and-size",
    `By its mass, area and thickness the pellet would be ${share}. ${hint(dense, cell.thicknessCm?.value ?? NaN)}`,
  );
}

/** Centimetre and millimetre are the likeliest to be mixed up. */
function hint(dense: number, thickness: number): string {
  const fitting = [10, 0.1].find((factor) => dense * factor >= leastDense && dense * factor <= mostDense);
  return fitting === undefined
    ? "Are all units right?"
    : `A thickness of ${mm(thickness / fitting)} would fit: is its unit right?`;
}

const short = (value: number): string => String(Number(value.toPrecision(3)));
const mm = (cm: number): string => `${short(10 * cm)} mm`;
