import { workspace } from "vscode";

/** How calculations of Quantum ESPRESSO are prepared. */
export interface NebSettings {
  /** A folder; empty for `./pseudo` beside the inputs. */
  readonly pseudopotentials: string;
  /** Rydberg. */
  readonly waveCutoff: number;
  /** Of k-points, 1/angstrom. */
  readonly kSpacing: number;
  /** Of the path, both ends counted. */
  readonly images: number;
  /** Angstrom that an ion is away from its images, at least. */
  readonly length: number;
}

export function nebSettings(): NebSettings {
  const settings = workspace.getConfiguration("superion.neb");
  return {
    pseudopotentials: settings.get("pseudopotentials", "").trim(),
    waveCutoff: settings.get("waveCutoff", 120),
    kSpacing: settings.get("kSpacing", 0.35),
    images: settings.get("images", 7),
    length: settings.get("length", 10),
  };
}
