// Prints how well the conductivity model does on the folds to compare on: see server/training/foldScores.ts.
import { runTypeScript } from "./runTypeScript.mjs";

process.exitCode = await runTypeScript("server/training/foldScores.ts", process.argv.slice(2));
