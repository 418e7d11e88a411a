import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DiagnosticSeverity, type Diagnostic } from "vscode-languageserver/node";
import { rockSalt } from "../support/rockSalt";
import { LanguageClient } from "./support/languageClient";

describe("diagnostics", () => {
  let client: LanguageClient;
  beforeAll(async () => {
    client = await LanguageClient.start();
  });
  afterAll(() => client.stop());

  it("mark what is wrong with source, code, and a link to its explanation", async () => {
    const text = rockSalt().replace("'F m -3 m'", "'F m -3 m");
    const uri = await client.open(text);
    const found = await client.diagnostics(uri, (all) =>
      all.some(({ code }) => code === "unterminated-quoted-string"),
    );
    const quote = found.find(({ code }) => code === "unterminated-quoted-string");
    expect(quote).toMatchObject({
      source: "superion",
      severity: DiagnosticSeverity.Error,
      codeDescription: {
        href: expect.stringMatching(/docs\/diagnostics\.md#unterminated-quoted-string$/) as string,
      },
      range: { start: { line: 7, character: "_space_group_name_H-M_alt ".length } },
    });
  });

  it("come and go as a line is broken and mended, each for its version of the text", async () => {
    const uri = await client.open(rockSalt());
    const clean = await client.diagnostics(uri);
    await client.change(uri, rockSalt().replace("_cell_angle_gamma 90", "_cell_angle_gamma"));
    const broken = await client.diagnostics(uri, (all) => all.length > clean.length);
    expect(broken.map(({ code }) => code)).toContain("missing-value");
    await client.change(uri, rockSalt());
    expect(await client.diagnostics(uri)).toEqual(clean);
    expect(client.published.get(uri)?.version).toBe(3);
  });

  it("of the structure come with those of the syntax", async () => {
    const text = rockSalt(["Li1 Li 0 0 0 1", "Q1 Qx 0.5 0.5 0.5 1"]).replace("'F m -3 m'", "'F m -3 m");
    const found = await client.diagnostics(await client.open(text), (all) => all.length > 1);
    expect(new Set(found.map(({ range }) => range.start.line)).size).toBeGreaterThan(1);
  });

  it("of the last of many quick edits are what stays", async () => {
    const uri = await client.open(rockSalt());
    for (let step = 0; step < 40; step++)
      await client.change(uri, rockSalt().replace("5.14", step % 2 === 0 ? "'5.14" : `5.${step}`));
    const last = await client.change(uri, rockSalt());
    expect(await client.diagnostics(uri)).toEqual([]);
    expect(client.published.get(uri)?.version).toBe(last);
    expect(await client.lensTexts(uri)).toContain("Simplify");
  });

  it("are as loud as the settings say, by their code", async () => {
    const broken = "data_x\n_cell_length_a\n";
    const uri = await client.open(broken);
    const severityOf = (all: Diagnostic[]) => all.find(({ code }) => code === "missing-value")?.severity;
    await client.diagnostics(uri, (all) => severityOf(all) === DiagnosticSeverity.Error);
    await client.configure({ diagnostics: { severity: { "missing-value": "hint", "cell-missing": 7 } } });
    await client.diagnostics(uri, (all) => severityOf(all) === DiagnosticSeverity.Hint);
    await client.configure({ diagnostics: { severity: { "missing-value": "off" } } });
    await client.diagnostics(uri, (all) => all.length > 0 && severityOf(all) === undefined);
    await client.configure(null);
    await client.diagnostics(uri, (all) => severityOf(all) === DiagnosticSeverity.Error);
  });

  it("of the structure stay during a longer analysis, as long as the syntax tells nothing new", async () => {
    const sites = Array.from(
      { length: 1500 },
      (_, n) => `Li${n} Li 0.${(n * 7919) % 10007} 0.${(n * 104729) % 9973} 0.${n} 1`,
    );
    const text = rockSalt(["O1 O 0.5 0.5 0.5 1.5", ...sites])
      .replaceAll("5.14", "90")
      .replace("F m -3 m", "P 1")
      .replace("225", "1");
    const uri = await client.open(text);
    const isFull = (all: Diagnostic[]) => all.some(({ code }) => code === "occupancy-above-one");
    await client.diagnostics(uri, isFull);
    const before = client.publications.length;
    await client.change(uri, `${text}# a comment\n`);
    await client.diagnostics(uri, isFull);
    const since = client.publications.slice(before).filter((one) => one.uri === uri);
    expect(since.map(({ diagnostics }) => isFull(diagnostics))).toEqual([true]);
  });

  it("are one where a file begins with something else than a data block", async () => {
    await client.modelStatus();
    const uri = await client.open("dat");
    await client.diagnostics(uri);
    expect(client.codes(uri)).toEqual(["content-before-data-block"]);
  });

  it("go when the document is closed", async () => {
    const uri = await client.open(rockSalt().replace("'F m -3 m'", "'F m -3 m"));
    await client.diagnostics(uri, (all) => all.length > 0);
    await client.closeDocument(uri);
    await client.until(
      () => client.published.get(uri)?.diagnostics.length === 0 || undefined,
      () => "an empty list",
    );
    expect(await client.lenses(uri)).toEqual([]);
  });
});
