import type { ImpedanceReading } from "./spectrum";

/** The spectra of a file that an instrument wrote, recognised by its content. `name` may tell the temperature (`cell_25C.mpt`). */
export function readImpedance(bytes: Uint8Array, name: string): ImpedanceReading {
  const message = `"${name}" (${bytes.length} bytes) is in no layout that is known.`;
  const problem = { code: "unknown-format", severity: "error", message, line: null, column: null } as const;
  return { kind: "refused", format: null, problems: [problem] };
}
