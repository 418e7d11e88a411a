#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { description, version } from "../../../package.json";

type Register = (program: Command) => void;

/**
 * A group of commands is loaded when one of it is called for: reading the syntax of a file must not wait for tensors. Each
 * group costs some files of the bundle, since what several entries share has a file of its own.
 */
const commands = new Map<string, () => Promise<Register>>([
  ["cif", async () => (await import("./cif")).registerCif],
  ["structure", async () => (await import("./crystalCommands")).registerStructure],
  ["annotate", async () => (await import("./annotate")).registerAnnotate],
  ["screen", async () => (await import("./screeningCommands")).registerScreen],
  ["merge", async () => (await import("./screeningCommands")).registerMerge],
  ["gather", async () => (await import("./screeningCommands")).registerGather],
  ["submit", async () => (await import("./screeningCommands")).registerSubmit],
  ["train", async () => (await import("./learningCommands")).registerTrain],
  ["tune", async () => (await import("./learningCommands")).registerTune],
  ["predict", async () => (await import("./annotate")).registerAnnotate],
  ["features", async () => (await import("./features")).registerFeatures],
  ["simplify", async () => (await import("./crystalCommands")).registerSimplify],
  ["match", async () => (await import("./crystalCommands")).registerMatch],
  ["describe", async () => (await import("./describe")).registerDescribe],
  ["cluster", async () => (await import("./clusterCommands")).registerCluster],
  ["representations", async () => (await import("./clusterCommands")).registerRepresentations],
  ["order", async () => (await import("./crystalCommands")).registerOrder],
  ["bvse", async () => (await import("./migrationCommands")).registerBvse],
  ["evaluate", async () => (await import("./learningCommands")).registerEvaluate],
  ["metrics", async () => (await import("./learningCommands")).registerMetrics],
  ["eis", async () => (await import("./impedanceCommands")).registerEis],
  ["arrhenius", async () => (await import("./impedanceCommands")).registerArrhenius],
  ["dc", async () => (await import("./impedanceCommands")).registerDc],
  ["elmd", async () => (await import("./learningCommands")).registerElmd],
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
