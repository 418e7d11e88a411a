import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Annotation } from "../../server/src/protocol/annotation";
import { root } from "./support/builtServer";
import { positionOf } from "./support/caret";
import { example, hasModel } from "./support/crystals";
import { LanguageClient } from "./support/languageClient";

if (!hasModel)
  console.warn("No server/models: tests of predictions are skipped. `npm run train` makes them.");

interface Annotated {
  readonly file: string;
  readonly annotations: readonly Annotation[];
}

describe.skipIf(!hasModel)("predictions of the shipped model", () => {
  let client: LanguageClient;
  let annotated: readonly Annotated[];
  const files = readdirSync(join(root, "examples")).filter((name) => name.endsWith(".cif"));
  beforeAll(async () => {
    client = await LanguageClient.start();
    annotated = annotateWithShell(files);
  });
  afterAll(() => client.stop());

  it("are ready with the name of the model and its parent", async () => {
    const status = await client.modelStatus();
    if (status.state !== "ready") throw new Error(JSON.stringify(status));
    expect(status.name).toMatch(/^Superion, version \d+$/);
    expect(status.members).toBeGreaterThanOrEqual(2);
    expect(status.parent).not.toBe("");
  });

  it.each(files)("are the same in the lens as in the shell: %s", async (name) => {
    const lens = (await client.lensTexts(await client.open(example(name)))).join(" | ");
    const { annotations } = annotated[files.indexOf(name)] ?? { annotations: [] };
    expect(annotations.length).toBeGreaterThan(0);
    for (const { pSi, deviation, conductivity, nearest, bandGap, ordered } of annotations) {
      if (pSi !== null) expect(lens).toContain(`P_SI ${pSi.toFixed(2)} ± ${deviation?.toFixed(2) ?? ""}  `);
      if (nearest)
        expect(lens).toContain(`from ${nearest.formula} (${nearest.conductivity.toExponential(1)} S/cm)`);
      if (conductivity) expect(lens).toContain(`| ${conductivity.value.toExponential(1)} S/cm (`);
      if (bandGap !== null) expect(lens).toContain(`| E_g ${bandGap.toFixed(1)} eV`);
      expect(lens.includes("disordered")).toBe(!ordered);
    }
  });

  it("have the form that the README shows", async () => {
    const [prediction, conductivity, distance, gap, ...others] = await client.lensTexts(
      await client.open(example("Li10GeP2S12.cif")),
    );
    expect(prediction).toMatch(/^P_SI [01]\.\d\d ± 0\.\d\d {2}(not )?superionic$/);
    expect(conductivity).toMatch(/^\d\.\de-\d+ S\/cm \(\de-\d+ to \de-\d+\)$/);
    expect(gap).toMatch(/^E_g \d\.\d eV$/);
    expect(distance).toMatch(/^d_training \d+\.\d\d? from \S+ \(\d\.\de-\d+ S\/cm\)$/);
    expect(others).toEqual(["disordered", "Simplify", "Structure"]);
  });

  it("are explained on the header", async () => {
    const text = example("Li10GeP2S12.cif");
    const hover = await client.hoverText(await client.open(text), positionOf(text, "data_", 2));
    expect(hover).toMatch(/\*\*P_SI [01]\.\d\d ± 0\.\d\d/);
    expect(hover).toContain("at least 10⁻⁴ S/cm");
    expect(hover).toMatch(/d\\_training \d/);
    expect(hover).toContain("https://doi.org/10.");
    expect(hover).toContain("Expected at room temperature");
    expect(hover).toMatch(/\| shortest Li-Li distance \(Å\) \| [\d.]+ \| [\d.]+ \| [+−]\d\.\d \|/);
    expect(hover).toContain("Model Superion, version");
  });

  it("rest on neighbours and an embedding, which a site's hover shows", async () => {
    const text = example("Li10GeP2S12.cif");
    const hover = await client.hoverText(await client.open(text), positionOf(text, "\nGe1 ", 1));
    expect(hover).toMatch(/\d+ neighbours within \d Å/);
    expect(hover).toMatch(/!\[Embedding of the site, 16 numbers: [^\]]+\]\(data:image\/svg\+xml;base64,/);
  });

  it("change as the text is edited", async () => {
    const text = example("Li2O.cif");
    const uri = await client.open(text);
    const before = await client.lensTexts(uri);
    await client.change(uri, text.replace(/(_cell_length_a\s+)([\d.]+)\S*/, "$1 6.5"));
    await expect.poll(() => client.lensTexts(uri)).not.toEqual(before);
  });
});

/** What `superion annotate` prints, a file each. */
function annotateWithShell(files: readonly string[]): Annotated[] {
  const command = [
    join(root, "dist/superion.mjs"),
    "annotate",
    ...files.map((name) => join("examples", name)),
    "--json",
  ];
  try {
    return JSON.parse(
      execFileSync(process.execPath, command, { cwd: root, encoding: "utf8", stdio: "pipe" }),
    ) as Annotated[];
  } catch (error) {
    // Exit code 1: some input was refused, which is part of the answer.
    if (error instanceof Error && "stdout" in error) return JSON.parse(String(error.stdout)) as Annotated[];
    throw error;
  }
}
