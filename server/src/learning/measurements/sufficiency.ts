import type { MeasuredCompound } from "./measuredCompounds";
import { isSuperionic } from "./superionic";

/** How many compounds training needs. */
interface Minimum {
  readonly compounds: number;
  /** Of superionic ones, and of others. */
  readonly ofEachClass: number;
  readonly why: string;
}

const minimumAlone: Minimum = {
  compounds: 20,
  ofEachClass: 5,
  why: "with fewer, a model learns the compounds by heart, and cross-validation in five parts cannot tell",
};
const minimumOnTop: Minimum = {
  compounds: 5,
  ofEachClass: 2,
  why: "with fewer, nobody could tell whether the model became better or worse",
};

/** Why there is too little to train on, in a sentence for the user; `undefined` where there is enough. */
export function tooLittle(
  compounds: readonly MeasuredCompound[],
  base: "shipped" | "none",
): string | undefined {
  const minimum = base === "none" ? minimumAlone : minimumOnTop;
  const how = base === "none" ? "Training on measurements alone" : "Training on top of the shipped data";
  const superionic = compounds.filter(isSuperionic).length;
  const others = compounds.length - superionic;
  const needs = `${how} needs at least ${minimum.compounds} distinct compounds, ${minimum.ofEachClass} or more of them superionic (1e-4 S/cm or better at 25 °C) and ${minimum.ofEachClass} or more not: ${minimum.why}.`;
  if (compounds.length > 0 && (superionic === 0 || others === 0))
    return `All ${compounds.length} usable compounds are ${superionic === 0 ? "no superionic conductors" : "superionic conductors"}: from one class nothing can be told apart. ${needs}`;
  if (compounds.length >= minimum.compounds && Math.min(superionic, others) >= minimum.ofEachClass)
    return undefined;
  return `There are ${compounds.length} usable compounds, ${superionic} of them superionic. ${needs}`;
}
