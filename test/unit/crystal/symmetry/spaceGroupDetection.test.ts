import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { operationsOfHallSymbol } from "../../../../server/src/crystal/symmetry/hallSymbol";
import { createSpaceGroupDetector } from "../../../../server/src/crystal/symmetry/spaceGroupDetection";
import { cell, operators, structureOf } from "../cifText";

const fromServer = createRequire(new URL("../../../server/package.json", import.meta.url));
const detect = createSpaceGroupDetector(
  readFileSync(fromServer.resolve("@spglib/moyo-wasm/moyo_wasm_bg.wasm")),
);

describe("the detected space group", () => {
  it("is that of the sites, not of the operators that the file lists", () => {
    const sites = ["0 0 0", "0 .5 .5", ".5 0 .5", ".5 .5 0"].flatMap((xyz, k) => {
      const [x = "0", y = "0", z = "0"] = xyz.split(" ");
      return [`Na${k} Na ${xyz} 1`, `Cl${k} Cl ${Number(x) + 0.5} ${y} ${z} 1`];
    });
    const detection = detect(structureOf({ cell: cell(5.64, 5.64, 5.64, 90, 90, 90), sites }));
    expect(detection.ok && [detection.spaceGroup.number, detection.spaceGroup.symbol]).toEqual([
      225,
      "F m -3 m",
    ]);
    expect(detection.ok && new Set(detection.spaceGroup.wyckoffLetters)).toEqual(new Set(["a", "b"]));
  });

  it("names Wyckoff positions orbit by orbit", () => {
    const symmetry = "_symmetry_space_group_name_H-M 'F d -3 m :2'";
    const sites = ["Li1 Li .125 .125 .125 1", "Mn1 Mn .5 .5 .5 1", "O1 O .2632 .2632 .2632 1"];
    const detection = detect(structureOf({ cell: cell(8.245, 8.245, 8.245, 90, 90, 90), symmetry, sites }));
    expect(detection.ok && detection.spaceGroup.number).toBe(227);
    expect(detection.ok && detection.spaceGroup.wyckoffLetters).toEqual(["a", "d", "e"]);
  });

  it("tells sites of different occupancy apart", () => {
    const number = (occupancy: number) => {
      const sites = ["Li1 Li 0 0 0 1", `Li2 Li .5 .5 .5 ${occupancy}`];
      const detection = detect(structureOf({ cell: cell(4, 4, 4, 90, 90, 90), sites }));
      return detection.ok && detection.spaceGroup.number;
    };
    // Body-centred, and primitive as CsCl.
    expect([number(1), number(0.5)]).toEqual([229, 221]);
  });

  it("is the space group of the operators for a general position", () => {
    for (const [hall, number] of [
      ["-P 2ybc", 14],
      ["-P 2ac 2n", 62],
      ["-P 6c 2c", 194],
      ["-I 4bd 2c 3", 230],
    ] as const) {
      const triplets = (operationsOfHallSymbol(hall) ?? []).map(({ rotation, translation }) =>
        [0, 1, 2]
          .map(
            (i) =>
              `${["x", "y", "z"].map((axis, j) => ["-" + axis, "", "+" + axis][(rotation[3 * i + j] ?? 0) + 1]).join("")}+${translation[i] ?? 0}`,
          )
          .join(","),
      );
      const shape =
        number === 14
          ? cell(5, 6, 7, 90, 100, 90)
          : number === 62
            ? cell(5, 6, 7, 90, 90, 90)
            : number === 194
              ? cell(6, 6, 9, 90, 90, 120)
              : cell(12, 12, 12, 90, 90, 90);
      const structure = structureOf({
        cell: shape,
        symmetry: operators(...triplets),
        sites: ["Li1 Li .123 .217 .049 1"],
      });
      const detection = detect(structure);
      expect(detection.ok && detection.spaceGroup.number, hall).toBe(number);
    }
  });

  // Without a primitive cell first this takes longer than any test may.
  it("is found in large supercells", () => {
    const count = 8;
    const sites = Array.from({ length: count ** 3 }, (_, n) => {
      const at = [n % count, Math.floor(n / count) % count, Math.floor(n / count ** 2)].map((k) =>
        (k / count).toFixed(5),
      );
      return `Po${n} Po ${at.join(" ")} 1`;
    });
    const structure = structureOf({ cell: cell(26.8, 26.8, 26.8, 90, 90, 90), sites });
    const detection = detect(structure);
    expect(detection.ok && detection.spaceGroup.number).toBe(221);
    expect(detection.ok && detection.spaceGroup.wyckoffLetters).toHaveLength(count ** 3);
  });

  it("is a value, with its reason, where there is none", () => {
    const structure = structureOf({ sites: ["Li1 Li 0 0 0 1"] });
    expect(detect({ ...structure, orbits: [] })).toEqual({ ok: false, reason: "there are no sites" });
    const sites = Array.from({ length: 1600 }, (_, n) => {
      const at = [0.6180339, 0.7548776, 0.8191725].map((step) => ((n * step) % 1).toFixed(5));
      return `O${n} O ${at.join(" ")} 1`;
    });
    const large = detect(structureOf({ cell: cell(30, 30, 30, 90, 90, 90), sites }));
    expect(large).toEqual({ ok: false, reason: "the primitive cell has more than 1500 sites" });
  });
});
