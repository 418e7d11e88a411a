// `npm run train`: makes server/models from the training data.
import { runTypeScript } from "./runTypeScript.mjs";

process.exitCode = await runTypeScript("server/training/main.ts", process.argv.slice(2));
