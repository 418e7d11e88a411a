import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { readPolarisation, type Polarisation } from "../impedance/dc/readPolarisation";
import { readImpedance } from "../impedance/readImpedance";
import type { ImpedanceReading, Loop } from "../impedance/spectrum";
import { LruMap } from "./lruMap";

const mostBytes = 64 * 1024 * 1024;
const mostKept = 500;

interface Kept {
  /** Changes with the file. */
  readonly stamp: string;
  readonly reading: ImpedanceReading;
  /** Where the file holds no spectra, but direct currents. */
  readonly polarisation?: Polarisation | undefined;
}

/** One sweep of a file. */
export interface FoundLoop extends Pick<Kept, "stamp"> {
  readonly loop: Loop;
}

/** Data files, read again only when they change. */
export class ImpedanceFiles {
  private readonly kept = new LruMap<string, Kept>(mostKept);

  /** Never rejects: a file that cannot be opened is refused. */
  async read(path: string): Promise<Kept> {
    try {
      const { size, mtimeMs } = await stat(path);
      const stamp = `${size} ${mtimeMs}`;
      const kept = this.kept.get(path);
      if (kept?.stamp === stamp) return kept;
      if (size > mostBytes) return { stamp, reading: refusal("The file has more than 64 MB.") };
      const [bytes, name] = [await readFile(path), basename(path)];
      const reading = readImpedance(bytes, name);
      const polarisation = reading.kind === "refused" ? readPolarisation(bytes, name) : undefined;
      const read = { stamp, reading, polarisation };
      this.kept.set(path, read);
      return read;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { stamp: "", reading: refusal(`The file cannot be opened: ${reason}.`) };
    }
  }

  async loop(path: string, loop: number): Promise<FoundLoop | undefined> {
    const { stamp, reading } = await this.read(path);
    const found = reading.kind === "read" ? reading.file.loops[loop] : undefined;
    return found && { stamp, loop: found };
  }
}

function refusal(message: string): ImpedanceReading {
  const problem = { code: "not-opened", severity: "error", message, line: null, column: null } as const;
  return { kind: "refused", format: null, problems: [problem] };
}
