import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importedFiles } from "../../../../server/src/cif/dictionary/imports";
import { readDictionary } from "../../../../server/src/cif/dictionary/readDictionary";
import { parseCif } from "../../../../server/src/cif/parser";

const head = "#\\#CIF_2.0\ndata_X\n";

function frame(code: string, ...items: string[]): string {
  return `save_${code}\n${items.join("\n")}\nsave_\n`;
}

/** The definition of `_mine.NAME`. */
function definition(name: string, ...items: string[]): string {
  return frame(`mine.${name}`, `_definition.id '_mine.${name}'`, ...items);
}

/** A head that imports all of a file. */
function full(file: string): string {
  return frame("HEAD", `_import.get [{'file':${file} 'save':X 'mode':Full}]`);
}

function read(dictionary: string, files: Readonly<Record<string, string>> = {}) {
  const others = Object.entries(files).map(([name, text]) => [name, parseCif(head + text)] as const);
  return readDictionary(head + dictionary, new Map(others));
}

function messages(dictionary: string, files: Readonly<Record<string, string>> = {}): string[] {
  return read(dictionary, files).problems.map(({ message }) => message);
}

/** As the templates of the published dictionaries are written. */
const attributes =
  frame(
    "general_su",
    "_definition.update 2023-01-13",
    "_description.text 'Standard uncertainty.'",
    "_type.purpose SU",
    "_type.container Single",
    "_type.contents Real",
  ) +
  frame("cell_angle", "_enumeration.range 0.0:180.0", "_units.code degrees", "_type.contents Real") +
  frame("flags", "loop_ _enumeration_set.state _enumeration_set.detail A 'one' B 'two'");

describe("what a frame imports", () => {
  it("fills what it does not say itself, whatever quotes and marks its table has", () => {
    const imports = [
      "[{'file':templ_attr.cif  'save':cell_angle}]",
      '[{"file":\'templ_attr.cif\' "save":\'CELL_ANGLE\' "mode":"Contents"}]',
      "[{'save':cell_angle 'file':'https://example.org/dictionaries/templ_attr.cif'}]",
    ];
    for (const list of imports) {
      const { definitions, problems } = read(
        definition("angle", "_description.text 'Its own.'", `_import.get ${list}`),
        { "templ_attr.cif": attributes },
      );
      expect(problems).toEqual([]);
      expect(definitions).toMatchObject([
        { name: "_mine.angle", type: "num", unit: "°", minimum: 0, maximum: 180, description: "Its own." },
      ]);
    }
  });

  it("gives way to what the frame says, unless it is to replace that", () => {
    const own = "_enumeration.range 0:90";
    const of = (more: string) =>
      read(definition("angle", own, `_import.get [{'file':t.cif 'save':cell_angle ${more}}]`), {
        "t.cif": attributes,
      }).definitions[0]?.maximum;
    expect(of("")).toBe(90);
    expect(of("'dupl':Ignore")).toBe(90);
    expect(of("'dupl':Replace")).toBe(180);
  });

  it("brings lists of values with what they mean, from several frames at once", () => {
    const { definitions } = read(
      definition("flag", "_import.get [{'file':t.cif 'save':flags} {'file':t.cif 'save':general_su}]"),
      { "t.cif": attributes },
    );
    expect(definitions[0]).toMatchObject({
      type: "num",
      values: [
        { value: "A", meaning: "one" },
        { value: "B", meaning: "two" },
      ],
    });
  });

  it("may import in its turn, and stand in the same file", () => {
    const { definitions, problems } = read(
      frame("mine", "_import.get [{'file':t.cif 'save':again}]") +
        definition("angle", "_import.get [{'save':mine}]"),
      { "t.cif": `${attributes}${frame("again", "_import.get [{'save':cell_angle}]")}` },
    );
    expect(problems).toEqual([]);
    expect(definitions[0]?.unit).toBe("°");
  });
});

describe("a dictionary that imports another in full", () => {
  const core =
    frame("CORE_HEAD", "_definition.id CORE_HEAD", "_definition.scope Category", "_definition.class Head") +
    frame(
      "CELL",
      "_definition.id CELL",
      "_definition.scope Category",
      "_definition.class Set",
      "_name.category_id CORE_HEAD",
    ) +
    frame("cell.volume", "_definition.id '_cell.volume'", "_name.category_id cell", "_type.contents Real") +
    frame("other.name", "_definition.id '_other.name'", "_name.category_id other");

  it.each([
    ["its head", "CORE_HEAD", ["_cell.volume", "_other.name"]],
    ["its data block", "X", ["_cell.volume", "_other.name"]],
    ["one category", "CELL", ["_cell.volume"]],
  ])("has the definitions below %s, then its own", (_, save, names) => {
    const { definitions, problems } = read(
      frame("MINE_HEAD", `_import.get [{"file":"core.dic" "save":"${save}" "mode":"Full"}]`) +
        definition("angle"),
      { "core.dic": core },
    );
    expect(problems).toEqual([]);
    expect(definitions.map(({ name }) => name)).toEqual([...names, "_mine.angle"]);
    expect(definitions[0]?.category).toMatchObject({ name: "cell", placement: "single" });
  });

  it("has those of a file once that comes in on two ways", () => {
    const { definitions, problems } = read(
      frame(
        "H",
        "_import.get [{'file':core.dic 'save':X 'mode':Full} {'file':more.dic 'save':X 'mode':Full}]",
      ),
      { "core.dic": core, "more.dic": full("core.dic") + definition("angle") },
    );
    expect(problems).toEqual([]);
    expect(definitions.map(({ name }) => name)).toEqual(["_cell.volume", "_other.name", "_mine.angle"]);
  });
});

describe("what is to be imported and cannot be", () => {
  const importing = (entry: string) => definition("angle", `_import.get [{${entry}}]`);

  it("is told once, at its place, and the rest is read", () => {
    const text =
      importing("'file':t.cif 'save':cell_angle") + definition("edge", "_import.get [{'file':t.cif}]");
    const { definitions, problems } = read(text);
    expect(definitions).toHaveLength(2);
    expect(problems).toMatchObject([
      {
        code: "dictionary-import",
        message: "t.cif, which this dictionary takes parts of, is not beside it.",
        range: { start: (head + text).indexOf("{"), end: (head + text).indexOf("}") + 1 },
      },
    ]);
  });

  it("is told with the reason why a file is not read", () => {
    const files = new Map([["t.cif", "has 9 MB, and files up to 4 MB are read"]]);
    expect(readDictionary(head + importing("'file':t.cif 'save':x"), files).problems[0]?.message).toBe(
      "t.cif, which this dictionary takes parts of, has 9 MB, and files up to 4 MB are read.",
    );
  });

  it("is a save frame that is not there", () => {
    expect(messages(importing("'file':t.cif 'save':none"), { "t.cif": attributes })).toEqual([
      "t.cif has no save frame none to take parts of.",
    ]);
    expect(messages(importing("'save':none"))).toEqual([
      "This dictionary has no save frame none to take parts of.",
    ]);
  });

  it("may miss where the dictionary says so", () => {
    expect(messages(importing("'file':t.cif 'save':x 'miss':Ignore"))).toEqual([]);
  });

  it("is a circle of frames, or of files", () => {
    expect(messages(importing("'save':'mine.angle'"))).toEqual([
      "The save frame mine.angle imports itself, through others or not.",
    ]);
    expect(
      messages(full("a.dic") + definition("angle"), { "a.dic": full("b.dic"), "b.dic": full("a.dic") }),
    ).toEqual(["a.dic imports itself, through others or not."]);
  });

  it("is a chain that has no end in sight", () => {
    const links = Array.from({ length: 5000 }, (_, at) =>
      frame(`f${at}`, `_import.get [{'save':f${at + 1}}]`),
    );
    const text = definition("angle", "_import.get [{'save':f0}]") + links.join("") + frame("f5000");
    expect(messages(text)).toEqual(["Imports of imports are followed 20 times, and no further."]);
  });
});

describe("the files that a dictionary takes parts of", () => {
  it("are named once each, without folders", () => {
    const text =
      definition("a", "_import.get [{'file':'../b/t.cif' 'save':x} {'file':u.cif 'save':x} {'save':y}]") +
      definition("b", "_import.get [{'file':'https://example.org/t.cif' 'save':x}]");
    expect(importedFiles(parseCif(head + text))).toEqual(["t.cif", "u.cif"]);
  });

  it("are looked for in any text, with any imports", () => {
    const words = fc.constantFrom(
      "save_a\n",
      "save_b\n",
      "save_\n",
      "_definition.id '_a.b'\n",
      "_import.get [{'save':a}]\n",
      "_import.get [{'save':b 'mode':Full}]\n",
      "_import.get [{'file':t.cif 'save':b 'mode':Full} {'file':t.cif 'save':a}]\n",
      "_import.get [x]\n",
      "_import.get x\n",
      "_units.code degrees\n",
    );
    fc.assert(
      fc.property(fc.array(words), fc.array(words), (own, other) => {
        const { definitions } = read(own.join(""), { "t.cif": other.join("") });
        for (const { name } of definitions) expect(name).toBe("_a.b");
      }),
    );
  });
});
