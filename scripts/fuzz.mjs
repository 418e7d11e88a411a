// `npm run fuzz`: reads mutated CIFs for as long as it is told; `npm run fuzz -- --help` says how.
import { runTypeScript } from "./runTypeScript.mjs";

process.exitCode = await runTypeScript("test/fuzz/cif.fuzz.ts", process.argv.slice(2));
