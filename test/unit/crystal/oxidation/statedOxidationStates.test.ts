import { describe, expect, it } from "vitest";
import { parseStatedOxidationStates } from "../../../../server/src/crystal/oxidation/statedOxidationStates";

describe("oxidation states that the user gives", () => {
  it("are read from a line, by element or site label, however the charge is written", () => {
    const parsed = parseStatedOxidationStates("Fe=2, S1 = 2-; O=-2,Mn=3.5+, Li=+1,Ag=0");
    expect(parsed.ok && [...parsed.states]).toEqual([
      ["Fe", 2],
      ["S1", -2],
      ["O", -2],
      ["Mn", 3.5],
      ["Li", 1],
      ["Ag", 0],
    ]);
  });

  it("may be none", () => {
    expect(parseStatedOxidationStates("  ")).toEqual({ ok: true, states: new Map() });
  });

  it.each(["Fe", "Fe2+", "Fe=II", "=2", "Fe=+2+", "Fe=12", "Fe=2 S=-2"])("cannot be read from %j", (line) => {
    const parsed = parseStatedOxidationStates(line);
    expect(parsed.ok ? "" : parsed.reason).toContain("write it like");
  });
});
