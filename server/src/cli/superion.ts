#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { description, version } from "../../../package.json";

type Register = (program: Command) => void;

/** Each command is loaded when it is called for: reading the syntax of a file must not wait for tensors. */
const commands = new Map<string, () => Promise<Register>>([
  ["cif", async () => (await import("./cif")).registerCif],
  ["structure", async () => (await import("./structure")).registerStructure],
  ["annotate", async () => (await import("./annotate")).registerAnnotate],
  ["screen", async () => (await import("./screen")).registerScreen],
  ["merge", async () => (await import("./merge")).registerMerge],
  ["submit", async () => (await import("./submit")).registerSubmit],
  ["train", async () => (await import("./train")).registerTrain],
  ["tune", async () => (await import("./tune")).registerTune],
  ["predict", async () => (await import("./annotate")).registerAnnotate],
  ["features", async () => (await import("./features")).registerFeatures],
  ["simplify", async () => (await import("./simplify")).registerSimplify],
  ["match", async () => (await import("./match")).registerMatch],
  ["describe", async () => (await import("./describe")).registerDescribe],
  ["order", async () => (await import("./order")).registerOrder],
  ["evaluate", async () => (await import("./evaluate")).registerEvaluate],
  ["metrics", async () => (await import("./metrics")).registerMetrics],
  ["eis", async () => (await import("./eis")).registerEis],
  ["arrhenius", async () => (await import("./arrhenius")).registerArrhenius],
  ["dc", async () => (await import("./dc")).registerDc],
  ["elmd", async () => (await import("./elmd")).registerElmd],
]);

const WRONG_USAGE = 2;

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const program = new Command("superion").description(description).version(version).exitOverride();
const called = commands.get(process.argv[2] ?? "");
const registers = await Promise.all((called ? [called] : [...commands.values()]).map((load) => load()));
// A command with two names is registered once.
for (const register of new Set(registers)) register(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE;
}
