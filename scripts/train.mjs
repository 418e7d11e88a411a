// `npm run train`: makes server/models from the training data, all or what is named: parent, superion, thesis, published.
import { runTypeScript } from "./runTypeScript.mjs";

const published = "../shared/megnet/mp-2019.4.1/formation_energy.hdf5";

/** Program and options of each part. @type {Record<string, readonly [string, ...string[]]>} */
const parts = {
  parent: ["server/training/main.ts", "parent"],
  superion: ["server/training/main.ts", "superion"],
  thesis: ["server/training/trainThesis.ts"],
  published: [
    "server/training/trainThesis.ts",
    ...["--parent", published, "--seeds", "1", "--bytes", "300000"],
    ...["--out", "server/models/thesisPublished.safetensors"],
  ],
};

const [named, ...options] = process.argv.slice(2);

for (const part of named === undefined ? Object.keys(parts) : [named]) {
  const [program, ...settings] = parts[part] ?? ["server/training/main.ts", part];
  process.exitCode = await runTypeScript(program, [...settings, ...options]);
  if (process.exitCode !== 0) break;
}
