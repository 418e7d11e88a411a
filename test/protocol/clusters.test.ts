import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CancellationTokenSource } from "vscode-languageserver/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clusterBarriersMethod } from "../../server/src/protocol/clusterBarriers";
import {
  clusterChoicesMethod,
  clusterCutMethod,
  clusterMapMethod,
  clusterSourceMethod,
  rankRepresentationsMethod,
  startClusteringMethod,
  type Clustering,
  type DescriptorPair,
  type StartClusteringParams,
} from "../../server/src/protocol/clusters";
import { decodeFloats } from "../../server/src/protocol/binary";
import { startScreeningMethod } from "../../server/src/protocol/screening";
import { LanguageClient } from "./support/languageClient";

const examples = join(import.meta.dirname, "../../examples");
const soapOnCan = { descriptor: "soap", simplification: "can", second: null };

describe("clustering through the language server", () => {
  const folder = mkdtempSync(join(tmpdir(), "superion-clusters-"));
  const crystals = join(folder, "crystals");
  let client: LanguageClient;

  const params = (id: string, own: Partial<StartClusteringParams> = {}): StartClusteringParams => ({
    id,
    input: { kind: "paths", paths: [crystals] },
    representation: soapOnCan,
    labels: { kind: "table", file: join(crystals, "measurements.csv") },
    table: null,
    jobs: 1,
    ...own,
  });
  const cluster = async (id: string, own: Partial<StartClusteringParams> = {}): Promise<Clustering> => {
    const outcome = await client.request(startClusteringMethod, params(id, own));
    if (outcome.kind !== "clustered") throw new Error(JSON.stringify(outcome));
    return outcome.clustering;
  };

  beforeAll(async () => {
    cpSync(examples, crystals, { recursive: true });
    client = await LanguageClient.start();
  });
  afterAll(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it("names the descriptors of the thesis and its nine simplifications", async () => {
    const { descriptors, simplifications } = await client.request(clusterChoicesMethod, null);
    expect(descriptors).toHaveLength(20);
    expect(descriptors).toContainEqual({
      name: "soap",
      title: "Smooth overlap of atomic positions (SOAP)",
      takesDisorder: true,
      hyperparameters: expect.arrayContaining([
        {
          name: "nMax",
          meaning: "Radial functions",
          values: { kind: "number", least: 2, most: 12, isWhole: true },
          allowed: "a whole number from 2 to 12",
          usual: 5,
        },
      ]) as unknown,
    });
    expect(simplifications).toHaveLength(9);
  });

  it("puts a folder into a tree, with what the user measured, and tells how far it is", async () => {
    const { compounds, tree, curve, undescribed, notices } = await cluster("soap");
    expect(compounds.formulas).toHaveLength(14);
    expect(undescribed).toEqual([]);
    expect(notices).toEqual([]);
    const heights = [...decodeFloats(tree.height)];
    expect(heights).toHaveLength(13);
    expect(heights).toEqual(heights.toSorted((one, other) => one - other));
    const lgps = compounds.blocks.indexOf("Li10GeP2S12");
    expect(decodeFloats(compounds.logConductivity)[lgps]).toBeCloseTo(Math.log10(1.2e-2), 5);
    expect(decodeFloats(compounds.pSi)[lgps]).toBeGreaterThan(0.9);
    expect(curve).toMatchObject({ labels: 10 });
    expect(curve?.plain).toHaveLength(13);
    expect(curve?.plain.at(-1)).toBe(0);
    expect(client.clusteringProgress).toContainEqual({
      id: "soap",
      state: "describing",
      done: 14,
      total: 14,
    });
  }, 120_000);

  it("judges the clusters of a cut and finds candidates without a label", async () => {
    const cut = await client.request(clusterCutMethod, { id: "soap", count: 4 });
    if (cut.kind === "refused") throw new Error(cut.reason);
    expect(cut.clusters).toHaveLength(4);
    expect(cut.clusters.reduce((sum, { size }) => sum + size, 0)).toBe(14);
    expect(cut.clusters.reduce((sum, { labels }) => sum + labels, 0)).toBe(10);
    expect(cut.clusters.some(({ relation }) => relation === "contains")).toBe(true);
    expect(await client.request(clusterCutMethod, { id: "soap", count: 15 })).toEqual({
      kind: "refused",
      reason: "14 compounds make 1 to 14 clusters.",
    });
  });

  it("draws a map by principal components and by UMAP", async () => {
    const pca = await client.request(clusterMapMethod, { id: "soap", kind: "pca" });
    if (pca.kind === "refused") throw new Error(pca.reason);
    const [first = 0, second = 0] = pca.variance ?? [];
    expect(first).toBeGreaterThan(second);
    expect(first + second).toBeLessThanOrEqual(1);
    const umap = await client.request(clusterMapMethod, { id: "soap", kind: "umap" });
    expect(umap).toMatchObject({ kind: "map", variance: null });
  }, 60_000);

  it("ranks other representations, each told as it comes, with a reason where there is none", async () => {
    const representations = ["density", "orbital-field-matrix"].map((descriptor) => ({
      descriptor,
      simplification: "can",
      second: null,
    }));
    const unknown = { descriptor: "colour", simplification: "can", second: null };
    const asked = { id: "soap", representations: [...representations, unknown] };
    expect(await client.request(rankRepresentationsMethod, asked)).toEqual({ kind: "finished" });
    const [density, field, colour] = client.ranked;
    expect(client.rankingProgress).toContainEqual({
      id: "soap",
      representation: representations[1],
      step: { state: "describing", done: 14, total: 14 },
      done: 1,
      total: 3,
    });
    expect(density).toMatchObject({ done: 1, total: 3, ranked: { kind: "ranked", compounds: 14 } });
    expect(field).toMatchObject({ ranked: { kind: "ranked" } });
    expect(field?.ranked.kind === "ranked" && field.ranked.compounds).toBeLessThan(14);
    expect(colour?.ranked).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("There is no descriptor colour.") as string,
    });
  }, 120_000);

  it("describes with hyper-parameters, and says which are wrong before it reads anything", async () => {
    const withOptions = (id: string, options: DescriptorPair["options"]) =>
      params(id, { representation: { ...soapOnCan, ...(options ? { options } : {}) } });
    const heights = async (id: string, options: DescriptorPair["options"]) => {
      const outcome = await client.request(startClusteringMethod, withOptions(id, options));
      if (outcome.kind !== "clustered") throw new Error(JSON.stringify(outcome));
      return [...decodeFloats(outcome.clustering.tree.height)];
    };
    expect(await heights("default", { rCut: 3 })).toEqual(await heights("none", undefined));
    expect(await heights("wider", { rCut: 5 })).not.toEqual(await heights("usual", undefined));
    expect(await client.request(startClusteringMethod, withOptions("wrong", { rCut: 0.5 }))).toEqual({
      kind: "refused",
      reason: "Options of soap: rCut: a number above 1, up to 30.",
      undescribed: [],
    });
    const representations = [{ ...soapOnCan, options: { nMax: 4, average: "inner" } }];
    await client.request(rankRepresentationsMethod, { id: "soap", representations });
    expect(client.ranked.at(-1)).toMatchObject({
      ranked: { kind: "ranked", representation: { options: { nMax: 4, average: "inner" } } },
    });
  }, 120_000);

  it("computes activation energies, which make W_Ea and rule candidates out", async () => {
    const before = await client.request(clusterCutMethod, { id: "soap", count: 2 });
    expect(await client.request(clusterBarriersMethod, { id: "soap", indices: null })).toEqual({
      kind: "finished",
    });
    const curve = await client.until(
      () => client.barriers.find((one) => one.kind === "curve"),
      () => "no W_Ea came",
    );
    const found = client.barriers.flatMap((one) => (one.kind === "found" ? one.found : []));
    expect(found.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual([...Array(14).keys()]);
    expect(client.barriers).toContainEqual(expect.objectContaining({ done: 14, total: 14 }));
    const energies = found.flatMap(({ energy }) => energy ?? []);
    expect(curve).toMatchObject({ curve: { labels: energies.filter((energy) => energy < 5).length } });
    const cut = await client.request(clusterCutMethod, { id: "soap", count: 2 });
    if (before.kind === "refused" || cut.kind === "refused") throw new Error("refused");
    const high = new Set(found.filter(({ energy }) => (energy ?? 0) >= 0.6).map(({ index }) => index));
    expect(cut.candidates).toEqual(before.candidates.filter((index) => !high.has(index)));
    const again = client.barriers.length;
    await client.request(clusterBarriersMethod, { id: "soap", indices: null });
    const more = client.barriers.slice(again).flatMap((one) => (one.kind === "found" ? one.found : []));
    expect(more.every(({ energy }) => energy === null)).toBe(true);
  }, 300_000);

  it("keeps the activation energies that were found before it was cancelled", async () => {
    await cluster("broken-off");
    const cancellation = new CancellationTokenSource();
    const params = { id: "broken-off", indices: null };
    const running = client.request(clusterBarriersMethod, params, cancellation.token);
    const news = () => client.barriers.filter(({ id }) => id === "broken-off");
    const first = () => news().find((one) => one.kind === "found" && one.done > 0);
    await client.until(first, () => "no activation energy came");
    cancellation.cancel();
    await expect(running.catch(() => ({ kind: "cancelled" }))).resolves.toEqual({ kind: "cancelled" });
    const curve = () => news().find(({ kind }) => kind === "curve");
    expect(await client.until(curve, () => "no W_Ea came")).toMatchObject({ id: "broken-off" });
  }, 120_000);

  it("takes activation energies of the table", async () => {
    const table = join(folder, "energies.csv");
    writeFileSync(table, "file,E_a (eV)\nLi3N.cif,0.1\nLiFePO4.cif,0.5\n");
    const { compounds, barrierCurve } = await cluster("table", { table });
    const energies = decodeFloats(compounds.barrier);
    expect(energies[compounds.blocks.indexOf("Li3N")]).toBeCloseTo(0.1, 6);
    expect(barrierCurve).toMatchObject({ labels: 2 });
  }, 60_000);

  it("tells where the text of a compound stands", async () => {
    const { compounds } = await cluster("again");
    const index = compounds.blocks.indexOf("Li3N");
    expect(await client.request(clusterSourceMethod, { id: "again", index })).toEqual({
      kind: "file",
      path: join(crystals, "Li3N.cif"),
      line: readFileSync(join(crystals, "Li3N.cif"), "utf8").split("\n").indexOf("data_Li3N"),
    });
  }, 60_000);

  it("adds measured compounds that are not among those of the folder", async () => {
    const { compounds, curve } = await cluster("added", {
      input: { kind: "paths", paths: ["LiFePO4", "Li3BS3"].map((name) => join(crystals, `${name}.cif`)) },
    });
    expect(compounds.blocks.slice(0, 2)).toEqual(["LiFePO4", "Li3BS3"]);
    expect(compounds.blocks).toHaveLength(12);
    expect(curve).toMatchObject({ labels: 10 });
  }, 60_000);

  it("takes the labels of training compounds among those that are clustered", async () => {
    const { compounds } = await cluster("training", { labels: { kind: "training" } });
    const labels = decodeFloats(compounds.logConductivity);
    const known = compounds.blocks.filter((_, index) => !Number.isNaN(labels[index] ?? NaN));
    expect(known).toEqual(expect.arrayContaining(["Li3N", "Li3PO4", "Li6PS5Cl"]));
    expect(known).not.toContain("Li2O");
  }, 60_000);

  it("goes on without compounds that a descriptor refuses, and says why", async () => {
    const { compounds, undescribed } = await cluster("ordered", {
      representation: {
        ...soapOnCan,
        second: { descriptor: "sine-coulomb-matrix", simplification: "CAMN", alpha: 2e-6 },
      },
    });
    expect(compounds.blocks).toContain("Li3PO4");
    expect(undescribed.filter(({ block }) => block === "Li6PS5Cl")).toHaveLength(1);
    expect(undescribed).toContainEqual({
      file: join(crystals, "Li6PS5Cl.cif"),
      block: "Li6PS5Cl",
      reason:
        "sine-coulomb-matrix: sites are partly occupied or shared: order the structure first (superion order).",
    });
  }, 60_000);

  it("clusters what a view shows of a screening", async () => {
    const file = join(folder, "list.ndjson");
    await client.request(startScreeningMethod, {
      id: "screening",
      paths: [crystals],
      output: file,
      resume: false,
      jobs: 1,
    });
    const view = { filter: "ordered", search: "" };
    const { compounds } = await cluster("screened", {
      input: { kind: "screening", file, view },
      labels: { kind: "training" },
    });
    expect(compounds.blocks).toContain("Li3PO4");
    expect(compounds.blocks).not.toContain("Li6PS5Cl");
    expect(
      await client.request(
        startClusteringMethod,
        params("wrong", { input: { kind: "screening", file, view: { filter: "colour>2", search: "" } } }),
      ),
    ).toMatchObject({ kind: "refused", reason: expect.stringContaining("colour>2") as string });
  }, 120_000);

  it("says what is missing: compounds, labels, a table that can be read", async () => {
    const one = { kind: "paths", paths: [join(crystals, "Li3N.cif")] } as const;
    const none = join(folder, "none.csv");
    writeFileSync(none, "file,conductivity (S/cm)\n");
    const few = params("few", { input: one, labels: { kind: "table", file: none } });
    expect(await client.request(startClusteringMethod, few)).toMatchObject({
      kind: "refused",
      reason: "Only 1 compound could be described, and clustering takes 3 or more.",
    });
    const table = join(folder, "one.csv");
    writeFileSync(table, "file,conductivity (S/cm)\ncrystals/Li3N.cif,1e-3\nnobody.cif,1e-3\n");
    const { curve, notices } = await cluster("unlabelled", { labels: { kind: "table", file: table } });
    expect(curve).toBeNull();
    expect(notices).toEqual([
      expect.stringContaining("Fewer than two of the compounds"),
      'one.csv: There is no file "nobody.cif". Paths count from the folder of the table.',
    ]);
    await expect(
      client.request(startClusteringMethod, params("gone", { labels: { kind: "table", file: `${table}x` } })),
    ).rejects.toThrow(/no such file/);
  }, 60_000);

  it("stops when it is cancelled, and the server lives on", async () => {
    const cancellation = new CancellationTokenSource();
    const running = client.request(startClusteringMethod, params("cancelled"), cancellation.token);
    cancellation.cancel();
    await expect(running.catch(() => ({ kind: "cancelled" }))).resolves.toEqual({ kind: "cancelled" });
    expect(await client.request(clusterCutMethod, { id: "cancelled", count: 2 })).toMatchObject({
      kind: "refused",
    });
  }, 60_000);
});
