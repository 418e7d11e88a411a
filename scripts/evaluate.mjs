// `npm run evaluate`: writes docs/evaluation from the training data.
import { runTypeScript } from "./runTypeScript.mjs";

process.exitCode = await runTypeScript("server/training/evaluate.ts", process.argv.slice(2));
