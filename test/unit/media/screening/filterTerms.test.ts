import { describe, expect, it } from "vitest";
import { hasTerm, toggleTerm } from "../../../../media/src/screening/filterTerms";

describe("the terms of a filter", () => {
  it("are added and taken away one by one", () => {
    expect(toggleTerm("", "novel")).toBe("novel");
    expect(toggleTerm("pSi>0.5", "novel")).toBe("pSi>0.5,novel");
    expect(toggleTerm("pSi>0.5, novel ,gap", "novel")).toBe("pSi>0.5,gap");
  });

  it("are found whole, not as a part of others", () => {
    expect(hasTerm("pSi>0.5, gap", "gap")).toBe(true);
    expect(hasTerm("!gap", "gap")).toBe(false);
    expect(hasTerm("bandGap>2", "gap")).toBe(false);
  });
});
