import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { descriptors } from "../../../server/src/descriptors/registry";
import { readHyperparameters, typedValue } from "../../../server/src/protocol/hyperparameters";

const all = descriptors.flatMap(({ configure, hyperparameters, ...about }) =>
  hyperparameters.map((declared) => ({ ...about, configure, hyperparameters, declared })),
);

describe("hyper-parameters of descriptors", () => {
  it("take every value of Table A.1, but for a radius of 1 Å, for which there are no radial functions", () => {
    const refused = descriptors.flatMap(({ name: descriptor, grid, configure }) =>
      Object.entries(grid).flatMap(([name, values]) =>
        values
          .filter((value) => !configure({ [name]: value }).ok)
          .map((value) => `${descriptor} ${name} ${value}`),
      ),
    );
    expect(refused).toEqual(["soap rCut 1"]);
  });

  it("are declared where Table A.1 varies them", () => {
    for (const { grid, hyperparameters } of descriptors)
      expect(hyperparameters.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(grid)));
  });

  it("stand in the guide with their defaults", () => {
    const guide = readFileSync(join(import.meta.dirname, "../../../docs/descriptors.md"), "utf8").split("\n");
    for (const { name, declared } of all) {
      const line = guide.find((one) => one.startsWith(`| \`${name}\``));
      const usual = typeof declared.usual === "string" ? `\`${declared.usual}\`` : typedValue(declared.usual);
      expect(line).toMatch(new RegExp(`\`${declared.name}\`(\\\\\\*)?( ${usual})?`));
      expect(line).toContain(usual);
    }
  });

  it("are read from what users type as the descriptor takes them", () => {
    const typed = fc.oneof(
      fc.double({ noNaN: true, min: -5, max: 40 }),
      fc.integer({ min: -2, max: 10_003 }),
      fc.constantFrom("outer", "inner", "all", "anion", "half"),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...all.filter(({ declared }) => declared.values.kind !== "list")),
        typed,
        ({ configure, declared }, value) => {
          const read = readHyperparameters([declared], { [declared.name]: ` ${value} ` });
          const chosen = read.ok ? { [declared.name]: declared.usual, ...read.chosen } : undefined;
          expect(read.ok).toBe(configure({ [declared.name]: value }).ok);
          if (chosen) expect(chosen[declared.name]).toBe(value);
        },
      ),
    );
  });

  it("are refused with what they may be", () => {
    const [soap, pattern] = ["soap", "mxrd"].map((name) => descriptors.find((one) => one.name === name));
    expect(soap?.configure({ rCut: 1 })).toEqual({ ok: false, reason: "rCut: a number above 1, up to 30" });
    expect(soap?.configure({ average: "off" })).toEqual({ ok: false, reason: "average: outer or inner" });
    expect(soap?.configure({ species: ["Xq"] })).toEqual({
      ok: false,
      reason: "species.0: symbols of elements such as Al, Li, S",
    });
    expect(pattern && readHyperparameters(pattern.hyperparameters, { patternLength: "2.5" })).toEqual({
      ok: false,
      problems: { patternLength: "patternLength: a whole number from 2 to 10001." },
    });
  });

  it("leave what was not typed, or typed as it is, to the defaults", () => {
    const soap = descriptors.find(({ name }) => name === "soap")?.hyperparameters ?? [];
    expect(readHyperparameters(soap, { rCut: "3", nMax: "", species: "Li, S", average: "inner" })).toEqual({
      ok: true,
      chosen: { average: "inner", species: ["Li", "S"] },
    });
  });
});
