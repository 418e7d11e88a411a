import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownNames } from "../../../../server/src/cif/dictionary/dictionary";
import { readDictionary } from "../../../../server/src/cif/dictionary/readDictionary";

const ddl1 = `data_on_this_dictionary
_dictionary_name mine.dic
data_mine_conductivity
_name '_mine_conductivity'
_category mine
_type numb
_type_conditions esd
_enumeration_range 0.0:
_units S/cm
_units_detail 'siemens per centimetre'
_definition
;  Conductivity of
   the pellet.
;
data_mine_edge_
loop_ _name '_mine_edge_a' '_mine_edge_b'
_category mine_edge
_type numb
_list yes
_list_reference '_mine_edge_id'
_units A
_units_detail angstroms
_definition 'An edge.'
data_mine_kind
_name '_mine_kind'
_category mine
_type char
loop_ _enumeration _enumeration_detail
glass 'no crystal'
. 'not told'
loop_ _related_item _related_function
'_mine_type' replace
_definition 'Kind of the sample.'
data_mine_[]
_name '_mine_[]'
_category category_overview
_type null
_definition 'About all.'
`;

const ddlm = `#\\#CIF_2.0
data_MINE
_dictionary.title MINE
save_MINE_PELLET
_definition.id MINE_PELLET
_definition.scope Category
_definition.class Loop
_category_key.name '_mine_pellet.id'
save_
save_mine_pellet.thickness
_definition.id '_mine_pellet.thickness'
_alias.definition_id '_mine_pellet_thickness_old'
_name.category_id mine_pellet
_name.object_id thickness
_type.container Single
_type.contents Real
_enumeration.range 0.0:50.0
_units.code millimetres
_description.text 'Thickness of the pellet.'
save_
save_mine_pellet.pressed
_definition.id '_mine_pellet.pressed'
_definition_replaced.by '_mine_pellet.pressure'
_name.category_id mine_pellet
_type.contents Code
loop_ _enumeration_set.state _enumeration_set.detail
hot 'pressed hot'
cold 'pressed cold'
_description.text 'How it was pressed.'
save_
`;

describe("a dictionary in DDL1", () => {
  const { definitions, problems } = readDictionary(ddl1);

  it("defines each name of a block, with type, unit, range, enumeration and successor", () => {
    expect(problems).toEqual([]);
    expect(definitions.map(({ name }) => name)).toEqual([
      "_mine_conductivity",
      "_mine_edge_a",
      "_mine_edge_b",
      "_mine_kind",
    ]);
    expect(definitions[0]).toMatchObject({
      type: "num",
      unit: "siemens per centimetre",
      minimum: 0,
      maximum: undefined,
      description: "Conductivity of the pellet.",
      category: { name: "mine", placement: "single" },
    });
    expect(definitions[1]).toMatchObject({
      unit: "Å",
      category: { placement: "loop", keys: ["_mine_edge_id"] },
    });
    expect(definitions[3]).toMatchObject({
      replacedBy: "_mine_type",
      values: [
        { value: "glass", meaning: "no crystal" },
        { value: ".", meaning: "not told" },
      ],
    });
  });
});

describe("a dictionary in DDLm", () => {
  const { definitions, problems } = readDictionary(ddlm);

  it("defines the name of each frame and its aliases", () => {
    expect(problems).toEqual([]);
    expect(definitions.map(({ name }) => name)).toEqual([
      "_mine_pellet.thickness",
      "_mine_pellet_thickness_old",
      "_mine_pellet.pressed",
    ]);
    expect(definitions[0]).toMatchObject({
      type: "num",
      unit: "mm",
      minimum: 0,
      maximum: 50,
      aliases: ["_mine_pellet_thickness_old"],
      category: { name: "mine_pellet", placement: "loop", keys: ["_mine_pellet.id"] },
    });
    expect(definitions[2]).toMatchObject({
      replacedBy: "_mine_pellet.pressure",
      values: [
        { value: "hot", meaning: "pressed hot" },
        { value: "cold", meaning: "pressed cold" },
      ],
    });
  });
});

describe("an alias in DDLm", () => {
  it("that has a date from which it is out of date, has the newer name", () => {
    const { definitions } = readDictionary(
      "data_d\nsave_x\n_definition.id '_a.new'\nloop_ _alias.definition_id _alias.deprecation_date\n" +
        "'_a_new' . '_a_other' . '_a_old' 2016-05-24\nsave_\n",
    );
    expect(definitions).toMatchObject([
      { name: "_a.new", aliases: ["_a_new", "_a_other", "_a_old"], sameAs: undefined, replacedBy: undefined },
      { name: "_a_other", sameAs: "_a.new", replacedBy: undefined },
      { name: "_a_old", sameAs: undefined, replacedBy: "_a.new" },
    ]);
  });
});

describe("the keys of a category", () => {
  it("are those that have no usual value and follow from nothing else", () => {
    const frame = (id: string, items: string) => `save_${id}\n_definition.id '${id}'\n${items}\nsave_\n`;
    const { definitions } = readDictionary(
      "data_d\n" +
        frame(
          "BOND",
          "_definition.scope Category\n_definition.class Loop\nloop_ _category_key.name '_bond.id' '_bond.at' '_bond.cell'",
        ) +
        frame("_bond.id", "_name.category_id bond\n_method.expression 'a'") +
        frame("_bond.cell", "_name.category_id bond\n_enumeration.default .") +
        frame("_bond.at", "_name.category_id bond"),
    );
    expect(definitions[0]?.category.keys).toEqual(["_bond.at"]);
  });
});

describe("a dictionary of the user", () => {
  it("goes before the names that ship, in either notation", () => {
    const own = readDictionary(ddl1.replace("'_mine_conductivity'", "'_cell_length_a'")).definitions;
    const both = knownNames().with(own);
    expect(both.find("_cell.length_a")?.description).toBe("Conductivity of the pellet.");
    expect(both.find("_mine_kind")?.description).toBe("Kind of the sample.");
    expect(both.find("_cell_length_b")?.description).toBe("Length of the cell edge b.");
    expect(knownNames().find("_mine_kind")).toBeUndefined();
  });

  it("that defines no name says so, also where it is in DDL2", () => {
    expect(readDictionary("data_x\n_cell_length_a 5\n").problems).toMatchObject([
      { code: "dictionary-without-names", message: expect.stringContaining("_definition.id") as string },
    ]);
    const ddl2 = "data_x\nsave__cell.length_a\n_item.name '_cell.length_a'\nsave_\n";
    expect(readDictionary(ddl2).problems[0]?.message).toContain("DDL2");
  });

  it("tells what is wrong with its syntax, and keeps what can be read", () => {
    const { definitions, problems } = readDictionary(`${ddl1}_definition 'not closed`);
    expect(problems.map(({ code }) => code)).toContain("unterminated-quoted-string");
    expect(definitions).toHaveLength(4);
  });

  it("may be any text", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ddl1.split(/(?<=\s)/), ...ddlm.split(/(?<=\s)/))), (words) => {
        for (const { name } of readDictionary(words.join("")).definitions) expect(name).toMatch(/^_\S/);
      }),
    );
  });
});
