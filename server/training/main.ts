// Makes server/models from the data beside the project: the parent, the training index and Superion's own model, each with
// its card. The thesis' ensemble is made by trainThesis.ts.
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { readSplit } from "./obelix";
import { makeParent } from "./parent/makeParent";
import { makeSuperion } from "./superion/makeSuperion";
import { makeTrainingIndex } from "./superion/makeTrainingIndex";
import { scoreTest } from "./superion/scoreTest";
import { startTensorBackend } from "./tensorBackend";

const data = "../shared";
const models = "server/models";

const parts = {
  parent: async () => {
    await startTensorBackend();
    const structures = (split: "train" | "test") =>
      readSplit(join(data, "obelix"), split).map(({ structure }) => structure);
    makeParent(join(data, "megnet"), models, structures("train"), structures("test"));
  },
  superion: () => {
    makeTrainingIndex(join(data, "obelix"), models);
    makeSuperion(join(data, "obelix"), models);
  },
  "score-test": () => {
    scoreTest(join(data, "obelix"), models);
  },
} satisfies Record<string, () => void | Promise<void>>;

const asked = process.argv.slice(2);
const known = Object.entries(parts).filter(([name]) => asked.includes(name));
if (known.length !== asked.length) throw new RangeError(`Name some of ${Object.keys(parts).join(", ")}.`);
if (!existsSync(data)) {
  console.error(`Training reads OBELiX and the published MEGNet weights from ${data}, which is not there.`);
  process.exit(1);
}
mkdirSync(models, { recursive: true });
for (const [, make] of known) await make();
