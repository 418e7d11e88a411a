import { describe, expect, it } from "vitest";
import { trainingLabel } from "../../../../server/src/language/clusters/clusterLabels";

describe("a label from the training compounds", () => {
  const nearest = { id: "x", formula: "Li3N", conductivity: 1e-4, doi: "" };

  it.each([
    ["of the same compound", { formula: "Li3N", dTraining: 0.2, nearest }, -4],
    ["of nearly the same composition", { formula: "Li2.95N", dTraining: 0.2, nearest }, -4],
    ["not of another modification", { formula: "Li3N", dTraining: 0.5, nearest }, NaN],
    ["not of another composition", { formula: "Li2O", dTraining: 0.1, nearest }, NaN],
    ["not without d_training", { formula: "Li3N", dTraining: null, nearest: null }, NaN],
  ])("is %s", (_, row, label) => {
    expect(trainingLabel(row)).toBe(label);
  });
});
