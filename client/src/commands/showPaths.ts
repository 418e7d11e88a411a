import { cifSource } from "./activeCif";
import type { CommandContext } from "./command";

/** Shows the crystal of a CIF file, and looks for the paths of its lithium. */
export function showPaths({ panels }: CommandContext, ...args: readonly unknown[]): void {
  const { uri, block = null } = cifSource(args);
  panels.structure.show({ uri: uri.toString(), block, paths: true }, { type: "findPaths" });
}
