#!/usr/bin/env node
// The commands load what they need when they run: `superion cif` must not wait for tensors.
import { Command, CommanderError } from "commander";
import { description, version } from "../../../package.json";
import { registerCif } from "./cif";

const WRONG_USAGE = 2;

const program = new Command("superion").description(description).version(version).exitOverride();
registerCif(program);

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE;
}
