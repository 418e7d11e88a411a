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
  ["annotate", async () => (await import("./modelCommands")).registerAnnotate],
  ["screen", async () => (await import("./modelCommands")).registerScreen],
  ["merge", async () => (await import("./modelCommands")).registerMerge],
  ["gather", async () => (await import("./modelCommands")).registerGather],
  ["submit", async () => (await import("./modelCommands")).registerSubmit],
  ["train", async () => (await import("./modelCommands")).registerTrain],
  ["tune", async () => (await import("./modelCommands")).registerTune],
  ["predict", async () => (await import("./modelCommands")).registerAnnotate],
  ["features", async () => (await import("./modelCommands")).registerFeatures],
  ["simplify", async () => (await import("./crystalCommands")).registerSimplify],
  ["match", async () => (await import("./crystalCommands")).registerMatch],
  ["describe", async () => (await import("./crystalCommands")).registerDescribe],
  ["cluster", async () => (await import("./modelCommands")).registerCluster],
  ["representations", async () => (await import("./modelCommands")).registerRepresentations],
  ["order", async () => (await import("./crystalCommands")).registerOrder],
  ["bvse", async () => (await import("./crystalCommands")).registerBvse],
  ["neb", async () => (await import("./crystalCommands")).registerNeb],
  ["neb-results", async () => (await import("./crystalCommands")).registerNebResults],
  ["evaluate", async () => (await import("./modelCommands")).registerEvaluate],
  ["metrics", async () => (await import("./modelCommands")).registerMetrics],
  ["eis", async () => (await import("./impedanceCommands")).registerEis],
  ["arrhenius", async () => (await import("./impedanceCommands")).registerArrhenius],
  ["dc", async () => (await import("./impedanceCommands")).registerDc],
  ["elmd", async () => (await import("./modelCommands")).registerElmd],
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
