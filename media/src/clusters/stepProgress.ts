import type { StepProgress } from "../../../server/src/protocol/clusters";

const words = {
  describing: "Describing",
  merging: "Merging clusters",
  comparing: "Comparing with random clusters",
} as const;

/** What is being done, and how far it is. */
export function stepText({ state, done, total }: StepProgress): string {
  return total === null ? words[state] : `${words[state]}: ${done} of ${total}`;
}

/** Where each step begins and ends, of the whole. */
const parts = { describing: [0, 0.5], merging: [0.5, 0.9], comparing: [0.9, 1] } as const;

/** How much of a representation is done, 0 to 1. */
export function shareOfStep(step: StepProgress | undefined): number {
  if (!step) return 0;
  const [from, to] = parts[step.state];
  return from + (to - from) * (step.total ? Math.min(1, step.done / step.total) : 0);
}
