import { describe, expect, it } from "vitest";
import { structureToJson } from "../../../server/src/cli/structureJson";
import { spaceGroupDetector } from "../../../server/src/screening/spaceGroupFile";
import { cell, structureOf } from "../crystal/cifText";

const partlyDeuterated = structureOf({
  cell: cell(4, 4, 4, 90, 90, 90),
  symmetry: "_symmetry_space_group_name_H-M 'P m -3 m'",
  sites: ["Li1 Li+ 0 0 0 0.25", "D1 D 0.5 0 0 0.5", "H1 H 0.5 0 0 0.5"],
});

describe("the JSON of a structure", () => {
  it("has its cell, its orbits and what the sites add up to", () => {
    const json = structureToJson("x", partlyDeuterated);
    expect(json.composition).toEqual({ Li: 0.25, D: 1.5, H: 1.5 });
    expect(json.lattice).toEqual({ a: 4, b: 4, c: 4, alpha: 90, beta: 90, gamma: 90, volume: 64 });
    expect(json.sites).toBe(4);
    expect(json.ordered).toBe(false);
    expect(json.spaceGroup).toEqual({ number: null, symbol: null, source: "hm-symbol" });
    expect(json.orbits.map(({ label, multiplicity }) => [label, multiplicity])).toEqual([
      ["Li1", 1],
      ["D1", 3],
    ]);
    expect(json.orbits[1]?.occupants.map(({ element }) => element)).toEqual(["D", "H"]);
    expect(json.cell).toBeUndefined();
  });

  it("tells the disorder group of a site that has one", () => {
    const structure = structureOf({
      columns: "label type_symbol fract_x fract_y fract_z occupancy disorder_group",
      sites: ["Li1 Li 0 0 0 0.5 1", "Li2 Li 0.2 0 0 0.5 2", "O1 O 0.5 0.5 0.5 1 ."],
    });
    const groups = structureToJson("x", structure).orbits.map(({ disorder }) => disorder);
    expect(groups).toEqual([{ assembly: "", group: "1" }, { assembly: "", group: "2" }, undefined]);
  });

  it("lists every site of the cell with its orbit when asked", () => {
    const { cell: sites } = structureToJson("x", partlyDeuterated, { cell: true });
    expect(sites?.map(({ orbit }) => orbit)).toEqual([0, 1, 1, 1]);
    expect(sites?.[1]?.position).toEqual([0.5, 0, 0]);
  });

  it("names the detected space group with its Wyckoff letters, and counts neighbours", () => {
    const detection = spaceGroupDetector()(partlyDeuterated);
    const json = structureToJson("x", partlyDeuterated, {
      spaceGroup: detection.ok ? detection.spaceGroup : undefined,
      neighbours: Uint32Array.of(6, 10),
    });
    expect(json.spaceGroup).toEqual({ number: 221, symbol: "P m -3 m", source: "hm-symbol" });
    expect(json.orbits.map(({ wyckoff, neighbours }) => [wyckoff, neighbours])).toEqual([
      ["a", 6],
      ["d", 10],
    ]);
  });

  it("is plain JSON", () => {
    const json = structureToJson("x", partlyDeuterated, { cell: true });
    expect(JSON.stringify(json)).not.toMatch(/NaN|Infinity/);
  });
});
