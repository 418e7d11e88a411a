import { describe, expect, it } from "vitest";
import {
  changedFor,
  choicesFor,
  noChoices,
  readChoices,
  toggledPoints,
  toggledSpectrum,
} from "../../../../media/src/impedance/choices";

describe("choices", () => {
  it("exclude points, and include them again where all are excluded", () => {
    const some = toggledPoints(noChoices, "a", [7, 3]);
    expect(choicesFor(some, "a").excluded).toEqual([3, 7]);
    expect(choicesFor(some, "b").excluded).toEqual([]);
    const more = toggledPoints(some, "a", [3, 4]);
    expect(choicesFor(more, "a").excluded).toEqual([3, 4, 7]);
    expect(choicesFor(toggledPoints(more, "a", [3, 4]), "a").excluded).toEqual([7]);
  });

  it("change a fit for some spectra and keep what else was chosen for them", () => {
    const excluded = toggledPoints(noChoices, "a", [1]);
    const changed = changedFor(excluded, ["a", "b"], { circuit: "R0-C1" });
    expect(choicesFor(changed, "a")).toMatchObject({ circuit: "R0-C1", excluded: [1] });
    expect(choicesFor(changed, "b")).toMatchObject({ circuit: "R0-C1", excluded: [] });
    expect(choicesFor(changed, "c").circuit).toBeNull();
  });

  it("leave a spectrum out of the line and take it in again", () => {
    const left = toggledSpectrum(noChoices, "a");
    expect(left.leftOut).toEqual(["a"]);
    expect(toggledSpectrum(left, "a")).toEqual(noChoices);
  });

  it("survive being kept", () => {
    const chosen = changedFor(toggledPoints(noChoices, "a", [2]), ["a"], { tailWindow: [1, 100] });
    expect(readChoices(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
    expect(() => readChoices({ ...chosen, quantity: "all" })).toThrow();
  });
});
