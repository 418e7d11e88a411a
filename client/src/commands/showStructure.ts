import { cifSource } from "./activeCif";
import type { CommandContext } from "./command";

/** Shows the crystal of a CIF file in three dimensions beside it. */
export function showStructure({ panels }: CommandContext, ...args: readonly unknown[]): void {
  const { uri, block = null } = cifSource(args);
  panels.structure.show({ uri: uri.toString(), block, paths: false });
}
