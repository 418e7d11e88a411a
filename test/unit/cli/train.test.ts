import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Annotation } from "../../../server/src/protocol/annotation";
import type { TrainingResult } from "../../../server/src/protocol/training";
import { useSuperion } from "../../support/superion";

const hasModel = existsSync("server/models/parent.safetensors");
const superion = useSuperion();

const examples = readFileSync("examples/measurements.csv", "utf8");
const header = "file,conductivity (S/cm),temperature (°C),doi";

/** A table beside copies of the examples. */
function tableFile(name: string, text: string): string {
  cpSync("examples", superion.folder, { recursive: true });
  return superion.file(name, text);
}

function train(table: string, ...args: string[]) {
  const out = join(superion.folder, "trained.safetensors");
  const { status, stdout, stderr } = superion.run([
    "train",
    "--data",
    table,
    "--json",
    "--out",
    out,
    ...args,
  ]);
  return { status, stderr, result: JSON.parse(stdout) as TrainingResult };
}

// A training with its cross-validation takes half a minute on a busy machine.
describe.skipIf(!hasModel)("superion train", { timeout: 180_000 }, () => {
  let first: TrainingResult;

  it("makes a model of the examples that annotate can use, with a card", () => {
    const out = join(superion.folder, "mine.safetensors");
    const { status, result } = train("examples/measurements.csv", "--out", out, "--name", "Mine");
    first = result;
    expect(status).toBe(0);
    expect(result).toMatchObject({ name: "Mine", base: "shipped", model: out, refusal: null, problems: [] });
    expect(result.compounds).toHaveLength(10);
    expect(result.validation).toMatchObject({ compounds: 10, superionic: 5, folds: 5 });
    const card = readFileSync(result.card ?? "", "utf8");
    expect(card).toContain("# Mine");
    for (const { formula } of result.compounds) expect(card).toContain(`| ${formula} |`);

    const { stdout } = superion.run(["predict", "examples/Li3N.cif", "--model", out, "--json"]);
    const [file] = JSON.parse(stdout) as { annotations: Annotation[] }[];
    const [annotation] = file?.annotations ?? [];
    expect(annotation?.model).toBe("Mine, version 1");
    expect(annotation?.pSi).toBeGreaterThan(0.5);
    expect(annotation?.conductivity?.value).toBeGreaterThan(1e-5);
  });

  it("leaves out bad rows, says so for each at its place, and exits with 1", () => {
    const bad = ["missing.cif,1e-4,25,", "LiFePO4.cif,-1e-9,25,", "Li3BS3.cif,1e-4,warm,"];
    const table = tableFile("bad.csv", [examples.trim(), ...bad].join("\n"));
    const { status, stderr, result } = train(table);
    expect(status).toBe(1);
    expect(result.model).not.toBeNull();
    expect(result.compounds).toHaveLength(10);
    expect(result.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [12, 1, "no-such-file"],
      [13, 2, "conductivity-not-positive"],
      [14, 3, "unreadable-number"],
    ]);
    for (const place of ["12:1", "13:2", "14:3"]) expect(stderr).toContain(`${table}:${place}: error: `);
    for (const { message } of result.problems)
      expect(readFileSync(result.card ?? "", "utf8").replace(/\\/g, "")).toContain(message);
  });

  it.each([
    ["three rows", examples.split("\n").slice(1, 4)],
    ["one class only", examples.split("\n").slice(1, 6)],
    ["nothing usable", ["missing.cif,1e-4,25,"]],
  ])("trains nothing on %s, and says what it needs", (name, rows) => {
    const table = tableFile(`${name}.csv`, [header, ...rows].join("\n"));
    const out = join(superion.folder, `${name}.safetensors`);
    const { status, stderr, result } = train(table, "--out", out);
    expect(status).toBe(1);
    expect(result.model).toBeNull();
    expect(result.refusal).toMatch(/needs at least 5 distinct compounds/);
    expect(stderr).toContain("[too-little-data]");
    expect(existsSync(out)).toBe(false);
  });

  it("asks for more where it is to train without the shipped data", () => {
    const { status, result } = train("examples/measurements.csv", "--base", "none");
    expect(status).toBe(1);
    expect(result.refusal).toMatch(/needs at least 20 distinct compounds/);
  });

  it("goes on from finished parts of the same data only", () => {
    const out = join(superion.folder, "resumed.safetensors");
    writeFileSync(`${out}.folds.ndjson`, '{"key":"other"}\n{"fold":0,"own":[0,0],"base":[0,0]}\n');
    const { result } = train("examples/measurements.csv", "--out", out, "--resume");
    expect(result.validation).toEqual(first.validation);
    expect(existsSync(`${out}.folds.ndjson`)).toBe(false);
  });

  it("ends as wrong usage where the table or the model is not there", () => {
    expect(superion.run(["train", "--data", "nowhere.csv"]).status).toBe(2);
    expect(superion.run(["train"]).status).toBe(2);
    const { status, stderr } = superion.run([
      "predict",
      "examples/Li3N.cif",
      "--model",
      "nowhere.safetensors",
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain("nowhere.safetensors");
  });
});
