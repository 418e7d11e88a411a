import type { CommandContext } from "./registry";

/** Opens the extension's output channel. */
export function showLog({ log }: CommandContext): void {
  log.show();
}
