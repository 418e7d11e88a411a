import type { CommandContext } from "./command";

/** Opens the extension's output channel. */
export function showLog({ log }: CommandContext): void {
  log.show();
}
