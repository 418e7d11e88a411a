// `npm run train`: makes server/models from the training data, all or what is named: parent, superion, thesis.
import { runTypeScript } from "./runTypeScript.mjs";

const all = ["parent", "superion", "thesis"];
const asked = process.argv.slice(2);

for (const part of asked.length > 0 ? asked.slice(0, 1) : all) {
  const options = asked.slice(1);
  process.exitCode =
    part === "thesis"
      ? await runTypeScript("server/training/trainThesis.ts", options)
      : await runTypeScript("server/training/main.ts", [part, ...options]);
  if (process.exitCode !== 0) break;
}
