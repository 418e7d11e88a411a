import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  areaOf,
  cellConstant,
  cellFileOf,
  relativeDensity,
  type Cell,
} from "../../../../server/src/impedance/cell/cell";
import { knownKeys, readCell } from "../../../../server/src/impedance/cell/readCell";
import {
  areaUnits,
  densityUnits,
  lengthUnits,
  massUnits,
  temperatureUnits,
} from "../../../../server/src/impedance/cell/units";
import { changeCell } from "../../../../server/src/impedance/cell/writeCell";
import { conductivityOf } from "../../../../server/src/impedance/conductivity/conductivity";

const pellet = `{
  // From the lab book, page 12
  "sample": "pellet 3",
  "thickness": { "value": 0.95, "uncertainty": 0.02, "unit": "mm" },
  "diameter": { "value": 6, "uncertainty": 0.05, "unit": "mm" },
  "files": {
    "pellet3_a.mpt": { "temperature": { "value": 25, "unit": "C" } },
    "pellet3_b.mpt": { "temperature": { "value": 313.15, "unit": "K" } },
    "pellet3_c.mpt": {},
  },
}
`;
const codes = (text: string): string[] => readCell(text).problems.map(({ code }) => code);

describe("a cell file", () => {
  it("tells sample, size with its uncertainty, and temperatures, in units of its own choice", () => {
    const { cell, problems } = readCell(pellet);
    expect(problems).toEqual([]);
    expect(cell).toEqual({
      sample: "pellet 3",
      thicknessCm: { value: 0.095, uncertainty: 0.002 },
      diameterCm: { value: 0.6, uncertainty: 0.005 },
      areaCm2: null,
      massG: null,
      density: null,
      temperaturesC: new Map([
        ["pellet3_a.mpt", 25],
        ["pellet3_b.mpt", 40],
      ]),
    });
  });

  it("is explained by an example without a fault", () => {
    const guide = readFileSync("docs/impedance-files.md", "utf8");
    const { cell, problems } = readCell(/```json\n([^]*?)```/.exec(guide)?.[1] ?? "");
    expect(problems).toEqual([]);
    expect(cell.temperaturesC.size).toBe(1);
  });

  it.each([
    ["", []],
    ["{}", []],
    ['{ "sample": "a" ', ["json"]],
    ["[]", ["no-object"]],
    ['{ "sample": 3 }', ["not-text"]],
    ['{ "thickness": 0.95 }', ["no-object"]],
    ['{ "thickness": { "value": 0.95 } }', ["no-unit"]],
    ['{ "thickness": { "value": 0.95, "unit": "furlong" } }', ["no-unit"]],
    ['{ "thickness": { "value": "0,95", "unit": "mm" } }', ["no-number"]],
    ['{ "thickness": { "unit": "mm" } }', ["no-number"]],
    ['{ "thickness": { "value": -1, "unit": "mm" } }', ["not-positive"]],
    ['{ "thickness": { "value": 1, "uncertainty": -1, "unit": "mm" } }', ["not-positive"]],
    ['{ "thicknes": { "value": 1, "unit": "mm" } }', ["unknown-key"]],
    ['{ "files": { "a": { "temperature": { "value": -3, "unit": "K" } } } }', ["not-positive"]],
    ['{ "thickness": { "value": 1, "unit": "toString" } }', ["no-unit"]],
  ])("with faults is read as far as it goes: %s", (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it("has its faults told where they are", () => {
    const [problem] = readCell('{\n  "thickness": { "value": 1, "unit": "ft" }\n}').problems;
    expect(problem).toMatchObject({ line: 2, column: 38 });
    expect(problem?.message).toContain("mm");
  });

  it("keeps order, comments and what is unknown when a value changes", () => {
    const changed = changeCell(pellet, {
      thickness: { value: 1, unit: "mm" },
      temperatures: { "pellet3_c.mpt": { value: 60, unit: "C" } },
    });
    expect(changed).toContain("// From the lab book, page 12");
    expect(readCell(changed).cell).toMatchObject({
      sample: "pellet 3",
      thicknessCm: { value: 0.1, uncertainty: 0 },
    });
    expect(readCell(changed).cell.temperaturesC.get("pellet3_c.mpt")).toBe(60);
    expect(readCell(changeCell(changed, { thickness: null })).cell.thicknessCm).toBeNull();
  });

  it("is read back as it was entered, whatever is entered", () => {
    const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        fc.string(),
        positive,
        positive,
        fc.string({ minLength: 1 }),
        (sample, value, uncertainty, file) => {
          const text = changeCell("", {
            sample,
            thickness: { value, uncertainty, unit: "cm" },
            temperatures: { [file]: { value: 25, unit: "C" } },
          });
          const { cell } = readCell(text);
          expect(cell.sample).toBe(sample);
          expect(cell.thicknessCm?.value).toBeCloseTo(value, 6);
          expect(cell.temperaturesC.get(file)).toBe(25);
        },
      ),
    );
  });

  it("is read without a crash, whatever it holds", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.constant(pellet).chain((text) => fc.nat(text.length).map((end) => text.slice(0, end))),
        ),
        (text) => {
          for (const { line, message } of readCell(text).problems)
            expect([line === null || line > 0, message !== ""]).toEqual([true, true]);
        },
      ),
    );
  });

  it("has a schema for editors that knows the same keys and units", () => {
    const schema = JSON.parse(readFileSync("schemas/cell.schema.json", "utf8")) as {
      properties: Record<
        string,
        {
          properties?: { unit: { enum: string[] } };
          additionalProperties?: {
            properties: { temperature: { properties: { unit: { enum: string[] } } } };
          };
        }
      >;
    };
    const units = (key: string): string[] | undefined =>
      schema.properties[key]?.properties?.unit.enum.toSorted();
    expect(Object.keys(schema.properties).toSorted()).toEqual(knownKeys.toSorted());
    expect(units("thickness")).toEqual(Object.keys(lengthUnits).toSorted());
    expect(units("diameter")).toEqual(Object.keys(lengthUnits).toSorted());
    expect(units("area")).toEqual(Object.keys(areaUnits).toSorted());
    expect(units("mass")).toEqual(Object.keys(massUnits).toSorted());
    expect(units("density")).toEqual(Object.keys(densityUnits).toSorted());
    const temperature = schema.properties["files"]?.additionalProperties?.properties.temperature;
    expect(temperature?.properties.unit.enum.toSorted()).toEqual(Object.keys(temperatureUnits).toSorted());
  });
});

const cellOf = (text: string): Cell => readCell(text).cell;
const sized = (rest: string): string =>
  `{ "thickness": { "value": 0.95, "unit": "cm" }, "diameter": { "value": 6, "unit": "mm" } ${rest} }`;

describe("what a cell cannot be", () => {
  it("thicker than wide, as where 0.95 cm stands for 0.95 mm", () => {
    const [problem] = readCell(sized("")).problems;
    expect(problem).toMatchObject({ code: "thickness-exceeds-diameter", severity: "warning" });
    expect(problem?.message).toContain("9.5 mm");
    expect(
      codes('{ "thickness": { "value": 0.95, "unit": "cm" }, "area": { "value": 0.283, "unit": "cm2" } }'),
    ).toEqual(["thickness-exceeds-diameter"]);
  });

  it("ten times lighter than its size allows: the thickness that would fit is named", () => {
    const wide = '{ "thickness": { "value": 0.95, "unit": "cm" }, "diameter": { "value": 12, "unit": "mm" }';
    const { problems } = readCell(
      `${wide}, "mass": { "value": 190, "unit": "mg" }, "density": { "value": 2, "unit": "g/cm3" } }`,
    );
    expect(problems.map(({ code }) => code)).toEqual(["mass-and-size"]);
    expect(problems[0]?.message).toContain("0.95 mm");
    const right = wide.replace('"cm"', '"mm"');
    expect(
      codes(`${right}, "mass": { "value": 190, "unit": "mg" }, "density": { "value": 2, "unit": "g/cm3" } }`),
    ).toEqual([]);
  });

  it("of an area that is not that of its diameter", () => {
    expect(
      codes('{ "area": { "value": 1, "unit": "cm2" }, "diameter": { "value": 6, "unit": "mm" } }'),
    ).toEqual(["area-and-diameter"]);
  });
});

describe("errors of the size", () => {
  it("go through to the conductivity as in a simulation of many cells", () => {
    const cell = cellOf(pellet);
    const constant = cellConstant(cell);
    if (!constant) throw new Error("No cell constant.");
    const sigma = conductivityOf({ value: 1000, standardError: 10 }, constant);
    let state = 1;
    const uniform = (): number => (state = (state * 16807) % 2147483647) / 2147483647;
    const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    const draws = Array.from({ length: 40_000 }, () => {
      const [thickness, diameter, resistance] = [
        0.095 + 0.002 * normal(),
        0.6 + 0.005 * normal(),
        1000 + 10 * normal(),
      ];
      return thickness / ((Math.PI / 4) * diameter ** 2 * resistance);
    });
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    const deviation = Math.sqrt(draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length);
    expect(sigma.value).toBeCloseTo(0.095 / (0.09 * Math.PI * 1000), 12);
    expect((sigma.standardError ?? NaN) / deviation).toBeCloseTo(1, 1);
  });

  it("come from the area where it is told, else from the diameter", () => {
    expect(areaOf(cellOf(pellet))).toEqual({
      value: 0.09 * Math.PI,
      uncertainty: (Math.PI / 2) * 0.6 * 0.005,
    });
    expect(areaOf(cellOf('{ "area": { "value": 28.3, "uncertainty": 1, "unit": "mm2" } }'))).toEqual({
      value: 0.283,
      uncertainty: 0.01,
    });
    expect(cellConstant(cellOf("{}"))).toBeNull();
    expect(relativeDensity(cellOf(pellet))).toBeNull();
  });
});

describe("the cell file of a data file", () => {
  const named = (name: string, text = "{}") => ({ name, cell: cellOf(text) });
  it("lists it, has its name, or is the only one", () => {
    const lists = named("pellet 3.superion.json", pellet);
    const same = named("other.superion.json");
    expect(cellFileOf("pellet3_a.mpt", [same, lists])?.name).toBe(lists.name);
    expect(cellFileOf("other.mpt", [lists, same])?.name).toBe(same.name);
    expect(cellFileOf("third.mpt", [lists, same])).toBeUndefined();
    expect(cellFileOf("third.mpt", [same])?.name).toBe(same.name);
  });
});
