import type { CommandContext } from "./command";

/** Ends the language server and starts it again. */
export async function restartServer({ log, server }: CommandContext): Promise<void> {
  await server.restart();
  log.info("The language server was restarted.");
}
