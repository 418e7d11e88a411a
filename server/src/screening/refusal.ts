import type { Problem } from "../cif/problem";
import type { AnnotatedBlock } from "./annotate";

/** Why a block has no P_SI, for the user; `undefined` where it has one. */
export function refusalOf({ structure, annotation, problems }: AnnotatedBlock): string | undefined {
  if (typeof annotation?.pSi === "number") return undefined;
  if (!structure) return worstProblem(problems)?.message ?? "This block holds no structure.";
  // What keeps a structure from being predicted is the last problem that its annotation found.
  return problems.at(-1)?.message ?? "No prediction.";
}

/** The first of the gravest. */
export function worstProblem(problems: readonly Problem[]): Problem | undefined {
  return (["error", "warning", "information"] as const)
    .map((severity) => problems.find((problem) => problem.severity === severity))
    .find((problem) => problem !== undefined);
}
