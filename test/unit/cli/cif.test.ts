import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useSuperion } from "../../support/superion";

const { run: superion, file, folder } = useSuperion();

const GOOD = "data_Li2O\n_cell_length_a 4.619(1)\nloop_ _a _b 1 ? 'x y' .\n";
const BROKEN = "data_Li2O\n_cell_length_a\n_b 'x\n";

const elements = ({ stdout }: { stdout: string }): unknown => JSON.parse(stdout);

describe("superion cif --json", () => {
  it("prints the blocks of each file and exits 0 when all went well", () => {
    const path = file("good.cif", GOOD);
    const run = superion(["cif", path, "--json"]);
    expect(elements(run)).toEqual([
      {
        file: path,
        version: "1.1",
        blocks: [
          {
            code: "Li2O",
            values: {
              _cell_length_a: [["b", "4.619(1)"]],
              _a: [
                ["b", "1"],
                ["q", "x y"],
              ],
              _b: [["?"], ["."]],
            },
            loops: [["_a", "_b"]],
            frames: [],
          },
        ],
        problems: [],
      },
    ]);
    expect([run.status, run.stderr]).toEqual([0, ""]);
  });

  it("tells problems with line and column from 1, on standard error too, and exits 1", () => {
    const path = file("broken.cif", BROKEN);
    const run = superion(["cif", path, "--json"]);
    expect(elements(run)).toMatchObject([
      {
        problems: [
          { code: "missing-value", severity: "error", line: 2, column: 1 },
          { code: "unterminated-quoted-string", severity: "error", line: 3, column: 4 },
        ],
      },
    ]);
    expect(run.stderr).toMatch(/broken\.cif:2:1: error: .*\[missing-value\]\n.*broken\.cif:3:4: error/);
    expect(run.status).toBe(1);
  });

  it("exits 0 when there are warnings alone", () => {
    const run = superion(["cif", file("warning.cif", "data_x\n_a Gießen\n"), "--json"]);
    expect([run.status, elements(run)]).toMatchObject([0, [{ problems: [{ severity: "warning" }] }]]);
  });

  it("answers for the others when one file cannot be read", () => {
    const path = file("good.cif", GOOD);
    const run = superion(["cif", join(folder, "absent.cif"), path, "--json"]);
    expect(elements(run)).toMatchObject([
      { blocks: [], problems: [{ code: "unreadable-file", line: null, column: null }] },
      { file: path, problems: [] },
    ]);
    expect(run.status).toBe(1);
  });

  it("walks folders for CIFs in the order of their names", () => {
    mkdirSync(join(folder, "tree/below"), { recursive: true });
    const expected = ["tree/B.CIF", "tree/a.cif", "tree/below/c.mcif", "tree/d.mmcif"].map((name) =>
      file(name, GOOD),
    );
    file("tree/notes.txt", "no CIF");
    expect(elements(superion(["cif", join(folder, "tree"), "--json"]))).toMatchObject(
      expected.map((path) => ({ file: path })),
    );
  });

  it("says so when a folder has no CIF", () => {
    mkdirSync(join(folder, "empty"), { recursive: true });
    const run = superion(["cif", join(folder, "empty"), "--json"]);
    expect([run.status, elements(run)]).toMatchObject([1, [{ problems: [{ code: "no-cif-found" }] }]]);
  });

  it("reads standard input for -", () => {
    expect(elements(superion(["cif", "-", "--json"], GOOD))).toMatchObject([
      { file: "-", blocks: [{ code: "Li2O" }] },
    ]);
  });

  it("prints one line a file with --ndjson", () => {
    const path = file("good.cif", GOOD);
    const lines = superion(["cif", path, path, "--ndjson"]).stdout.trimEnd().split("\n");
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([{ file: path }, { file: path }]);
  });
});

describe("superion cif --print", () => {
  it.each([
    ["UTF-8 with a byte-order mark and CR LF", Buffer.from("\ufeffdata_x\r\n_a 'Å'\r\n")],
    ["Latin-1", Buffer.from("data_x\n_a 'Gießen' # comment\n\n", "latin1")],
    ["bytes of any kind", Buffer.from(Array.from({ length: 512 }, (_, index) => (index * 37) % 256))],
    ["UTF-16", Buffer.from("\ufeffdata_x\n_a 1", "utf16le")],
  ])("writes the bytes back as they were: %s", (_, bytes) => {
    expect(superion(["cif", file("printed.cif", bytes), "--print"]).bytes.equals(bytes)).toBe(true);
  });
});

describe("superion cif", () => {
  it("prints a readable summary", () => {
    const { stdout } = superion(["cif", "-"], GOOD);
    expect(stdout).toBe("-: CIF 1.1\nblock  data names  loops  values\nLi2O   3           1      5\n");
  });

  it.each([[["cif"]], [["cif", "--nonsense", "-"]], [["nonsense"]], [[]]])(
    "exits 2 for wrong usage: %j",
    (args) => {
      const run = superion(args);
      expect(run.status).toBe(2);
      expect(run.stderr).not.toBe("");
    },
  );

  it.each(["--help", "--version"])("exits 0 for %s", (option) => {
    expect(superion([option]).status).toBe(0);
  });
});
