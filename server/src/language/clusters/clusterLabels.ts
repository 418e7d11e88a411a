import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Labels } from "../../clustering/labelVariance";
import { knownConductivity } from "../../learning/trainingIndex";
import type { LabelSource } from "../../protocol/clusters";
import type { ScreeningRow } from "../../protocol/screening";
import { parseCrystalText } from "../../screening/crystalText";
import { MeasuredCrystals } from "../../screening/measuredCrystals";
import type { Compound } from "./compoundSet";

export interface FoundLabels {
  /** log10 of the conductivity at room temperature, S/cm, of each compound; NaN where none is known. */
  readonly labels: Labels;
  /** Paths of measured crystals that are not among the compounds. */
  readonly others: readonly string[];
  /** What of the source was not used, in words. */
  readonly notices: readonly string[];
}

/** Where labels are looked up. */
export interface LabelLookup {
  readonly find: (compounds: readonly Compound[]) => FoundLabels;
}

/** @throws Error where a table cannot be read. */
export async function labelLookup(source: LabelSource): Promise<LabelLookup> {
  if (source.kind === "training") return { find: trainingLabels };
  const measured = new MeasuredCrystals(await readFile(source.file, "utf8"), source.file);
  const [first, ...more] = measured.problems.filter(({ severity }) => severity === "error");
  const others = more.length > 0 ? ` (and ${more.length} more)` : "";
  const notices = first ? [`${basename(source.file)}: ${first.message}${others}`] : [];
  return {
    find: (compounds) => {
      const labels = Float64Array.from(compounds, ({ row, crystal }) => {
        const found = measured.find(row.file, crystal === null ? undefined : parseCrystalText(crystal));
        return found ? Math.log10(found.conductivity) : NaN;
      });
      return { labels, others: measured.others.map(({ file }) => file), notices };
    },
  };
}

function trainingLabels(compounds: readonly Compound[]): FoundLabels {
  return {
    labels: Float64Array.from(compounds, ({ row }) => trainingLabel(row)),
    others: [],
    notices: [],
  };
}

export function trainingLabel({
  formula,
  dTraining,
  nearest,
}: Pick<ScreeningRow, "formula" | "dTraining" | "nearest">): number {
  if (nearest === null || dTraining === null) return NaN;
  return Math.log10(knownConductivity(formula, { compound: nearest, distance: dTraining }) ?? NaN);
}
