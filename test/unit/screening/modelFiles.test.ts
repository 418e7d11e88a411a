import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parseCif } from "../../../server/src/cif/parser";
import { Megnet } from "../../../server/src/graph/megnet";
import { writeParent } from "../../../server/src/graph/parentFile";
import { classify } from "../../../server/src/learning/atomSets/atomSets";
import { standardise } from "../../../server/src/learning/atomSets/ensemble";
import { ensembleOf, writeEnsemble } from "../../../server/src/learning/atomSets/ensembleFile";
import { CrystalFeatures } from "../../../server/src/learning/crystalFeatures";
import { readModelFile } from "../../../server/src/learning/modelFile";
import { meanFeatures } from "../../../server/src/learning/trainingIndex";
import { recordOf } from "../../../server/src/learning/trainingRecord";
import { annotateDocument } from "../../../server/src/screening/annotate";
import { loadModel } from "../../../server/src/screening/modelFiles";
import { readParentFile } from "../../../server/src/screening/parentFiles";
import { exampleStructure } from "../../support/examples";
import { RandomWeights } from "../../support/models";
import { hasShared, readSharedText, sharedPath } from "../../support/shared";

const models = "server/models";
const newFolder = () => mkdtempSync(join(tmpdir(), "superion-models-"));

describe("loadModel", () => {
  it("takes the model of a path, and reads no other", async () => {
    const folder = mkdtempSync(join(tmpdir(), "superion-models-"));
    for (const name of ["parent.safetensors", "trainingIndex.json"])
      copyFileSync(join("server/models", name), join(folder, name));
    const path = join(folder, "mine.safetensors");
    copyFileSync("server/models/superion.safetensors", path);
    const shipped = await loadModel("server/models");
    const chosen = await loadModel(folder, { model: path });
    expect(chosen.classifier.name).toBe(shipped.classifier.name);
  });

  it("says what is wrong with a model file", async () => {
    const damaged = join(mkdtempSync(join(tmpdir(), "superion-models-")), "mine.safetensors");
    const bytes = readFileSync("server/models/superion.safetensors");
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(damaged, bytes);
    await expect(loadModel("server/models", { model: damaged })).rejects.toThrow(
      /mine\.safetensors is damaged/,
    );
    await expect(loadModel("server/models", { model: "examples/Li2O.cif" })).rejects.toThrow(
      "Li2O.cif is no model file of Superion.",
    );
  });

  it("names the file that is missing or is something else", async () => {
    await expect(loadModel("server/nowhere")).rejects.toThrow(
      /parent\.safetensors|superion\.safetensors|trainingIndex/,
    );
    await expect(loadModel("server/models", { parent: "examples/Li2O.cif" })).rejects.toThrow(
      /Li2O\.cif holds no parent/,
    );
  });
});

describe("a parent that does not ship", () => {
  const folder = newFolder();
  const parent = join(folder, "strange.safetensors");
  const weights = new RandomWeights();
  beforeAll(() => {
    writeFileSync(parent, writeParent(weights.parent()));
  });

  it("is refused with every model that ships: their features and distances are others", async () => {
    for (const model of ["superion", "thesis"])
      await expect(loadModel(models, { parent, model })).rejects.toThrow(
        /(d_training|Thesis.*) hangs on the atom features of formation_energy\.hdf5, and random gives others: .*--parent FILE/,
      );
  });

  it("is refused with a copy of the thesis' ensemble, which reads the shipped parent's features", async () => {
    const copy = join(folder, "copy.safetensors");
    copyFileSync(join(models, "thesis.safetensors"), copy);
    await expect(loadModel(models, { parent, model: copy })).rejects.toThrow(
      /Thesis.* hangs on the atom features of the parent that ships/,
    );
  });

  it("goes with an ensemble that was trained on its features, and the shipped parent does not", async () => {
    const { parent: read, sha256 } = await readParentFile(parent);
    const crystal = new CrystalFeatures(exampleStructure("Li3PS4"), new Megnet(read));
    const atoms = crystal.atoms("CAMNS", 1);
    const measured = { id: "x", formula: "Li3PS4", conductivity: 1e-4, doi: "" };
    const compounds = ["x", "y"].map((id, i) => ({
      ...measured,
      id,
      features: Array.from(meanFeatures(atoms), (value) => value + i),
    }));
    const model = join(folder, "bound.safetensors");
    const deviation = new Float64Array(atoms.width).fill(1);
    const bytes = writeEnsemble(
      {
        name: "bound",
        representation: "CAMNS",
        level: 1,
        standardisation: { mean: new Float64Array(atoms.width), deviation },
        members: [weights.atomSets(atoms.width)],
      },
      { version: 1, data: "", split: "", seeds: [1], metrics: {}, superion: "0" },
      "F32",
      { parent: { name: "whatever its file is called", sha256 }, compounds },
    );
    writeFileSync(model, bytes);
    const { classifier, index } = await loadModel(models, { parent, model });
    expect(classifier.name).toBe("bound");
    expect(index.nearest(meanFeatures(atoms))).toMatchObject({ compound: { id: "x" } });
    expect(index.nearest(meanFeatures(atoms)).distance).toBeLessThan(1e-5);
    await expect(loadModel(models, { model })).rejects.toThrow(
      /^bound hangs on the atom features of whatever its file is called, and Superion parent \d+ gives others/,
    );
  });

  it("is told by its content: a copy of the shipped parent is the shipped parent", async () => {
    const copy = join(folder, "copyOfShipped.safetensors");
    copyFileSync(join(models, "parent.safetensors"), copy);
    const chosen = await loadModel(models, { parent: copy, model: "thesis" });
    const shipped = await loadModel(models, { model: "thesis" });
    expect(chosen.classifier.name).toBe(shipped.classifier.name);
    expect(chosen.index.compounds).toEqual(shipped.index.compounds);
  });
});

describe.skipIf(!hasShared)("the published parent", () => {
  const path = hasShared ? sharedPath("megnet/mp-2019.4.1/formation_energy.hdf5") : "";
  const stored = readModelFile("published", readFileSync(join(models, "thesisPublished.safetensors")));
  if (stored.kind === "refused") throw new Error(stored.reason);
  const { manifest, tensors } = stored;
  const compounds = recordOf(manifest, tensors)?.compounds ?? [];
  const few = compounds.filter((_, i) => i % 20 === 0);
  const document = (id: string) => parseCif(readSharedText("obelix/cifs", `${id}.cif`));

  it("gives P_SI by the ensemble that was trained on its features, as its members say one by one", async () => {
    const model = await loadModel(models, { parent: path, model: "thesis" });
    const { members, standardisation } = ensembleOf(manifest, tensors);
    expect(model.classifier.name).toBe(manifest.name);
    for (const { id } of few) {
      const [block] = annotateDocument(document(id), model);
      if (!block?.structure) throw new Error(`${id} has no structure`);
      const atoms = new CrystalFeatures(block.structure, model.megnet).atoms("CAMNS", 1);
      const scaled = standardise(atoms, standardisation);
      const mean = members.reduce((sum, member) => sum + classify(member, scaled), 0) / members.length;
      expect(block.annotation?.pSi).toBeCloseTo(mean, 6);
    }
  });

  it("lies at no distance from the compounds that were measured, whatever model gives P_SI", async () => {
    expect(compounds.length).toBeGreaterThan(200);
    for (const name of ["superion", "thesis"]) {
      const model = await loadModel(models, { parent: path, model: name });
      for (const { id, conductivity } of few) {
        const { dTraining, nearest } = annotateDocument(document(id), model)[0]?.annotation ?? {};
        expect(dTraining).toBeLessThan(1e-4);
        expect(nearest?.conductivity).toBe(conductivity);
      }
    }
  });

  it("is known whatever its file is called", async () => {
    const renamed = join(newFolder(), "megnet.h5");
    copyFileSync(path, renamed);
    copyFileSync(`${path}.json`, `${renamed}.json`);
    const { classifier } = await loadModel(models, { parent: renamed, model: "thesis" });
    expect(classifier.name).toBe(manifest.name);
  });

  it("is not one of those for other properties", async () => {
    const parent = sharedPath("megnet/mp-2018.6.1/band_gap_regression.hdf5");
    await expect(loadModel(models, { parent })).rejects.toThrow(
      /d_training hangs on the atom features of formation_energy\.hdf5, and band_gap_regression\.hdf5 gives others/,
    );
  });
});
