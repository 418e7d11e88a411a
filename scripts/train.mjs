// `npm run train`: makes server/models from the training data; `npm run train:thesis` makes the thesis' ensemble.
import { runTypeScript } from "./runTypeScript.mjs";

const [, , first, ...rest] = process.argv;
process.exitCode =
  first === "thesis"
    ? await runTypeScript("server/training/trainThesis.ts", rest)
    : await runTypeScript("server/training/main.ts", process.argv.slice(2));
