#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { description, version } from "../../../package.json";

type Register = (program: Command) => void;

const crystalCommands = async () => (await import("../bundles/crystals")).crystalCommands();
const modelCommands = async () => (await import("../bundles/crystals")).modelCommands();
const impedanceCommands = async () => (await import("../bundles/impedance")).impedanceCommands();

/** A group of commands is loaded when one of it is called for: reading the syntax of a file must not wait for tensors. */
const commands = new Map<string, () => Promise<Register>>([
  ["cif", async () => (await import("./cif")).registerCif],
  ["structure", async () => (await crystalCommands()).registerStructure],
  ["annotate", async () => (await modelCommands()).registerAnnotate],
  ["screen", async () => (await modelCommands()).registerScreen],
  ["merge", async () => (await modelCommands()).registerMerge],
  ["gather", async () => (await modelCommands()).registerGather],
  ["submit", async () => (await modelCommands()).registerSubmit],
  ["train", async () => (await modelCommands()).registerTrain],
  ["tune", async () => (await modelCommands()).registerTune],
  ["predict", async () => (await modelCommands()).registerAnnotate],
  ["features", async () => (await modelCommands()).registerFeatures],
  ["simplify", async () => (await crystalCommands()).registerSimplify],
  ["match", async () => (await crystalCommands()).registerMatch],
  ["describe", async () => (await crystalCommands()).registerDescribe],
  ["cluster", async () => (await modelCommands()).registerCluster],
  ["representations", async () => (await modelCommands()).registerRepresentations],
  ["order", async () => (await crystalCommands()).registerOrder],
  ["bvse", async () => (await crystalCommands()).registerBvse],
  ["neb", async () => (await crystalCommands()).registerNeb],
  ["neb-results", async () => (await crystalCommands()).registerNebResults],
  ["evaluate", async () => (await modelCommands()).registerEvaluate],
  ["metrics", async () => (await modelCommands()).registerMetrics],
  ["eis", async () => (await impedanceCommands()).registerEis],
  ["arrhenius", async () => (await impedanceCommands()).registerArrhenius],
  ["dc", async () => (await impedanceCommands()).registerDc],
  ["elmd", async () => (await modelCommands()).registerElmd],
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
