import { unwatchFile, watchFile } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { knownNames, type Dictionary } from "../cif/dictionary/dictionary";
import type { DictionaryFile } from "../cif/dictionary/readDictionary";
import { readDictionaryFile } from "./dictionaryFile";
import type { DictionaryList } from "./task";

/** Milliseconds between two looks at the files: they change seldom, and may lie on a slow disk. */
const interval = 2000;

/** Hears when dictionaries were read, with what each file holds. */
export type DictionaryListener = (files: ReadonlyMap<string, DictionaryFile>) => void;

/** The names that ship with those of the user's dictionaries, which are read again whenever they or their parts change. */
export class UserDictionaries {
  private names: Dictionary | undefined;
  private paths: readonly string[] = [];
  private watched: ReadonlySet<string> = new Set();
  private reading = 0;

  constructor(private readonly changed: DictionaryListener) {}

  /** For a worker to read the same. */
  get list(): DictionaryList {
    return { paths: this.paths, reading: this.reading };
  }

  /** What the names mean, as of the last reading. */
  get current(): Dictionary {
    return this.names ?? knownNames();
  }

  /** @param folder that relative paths refer to. */
  use(settings: readonly string[], folder: string | undefined): void {
    const paths = settings.filter((path) => path.trim() !== "").map((path) => absolute(path.trim(), folder));
    if (isDeepStrictEqual(paths, this.paths)) return;
    this.paths = paths;
    this.watch(paths);
    this.read();
  }

  dispose(): void {
    this.reading++;
    this.watch([]);
  }

  private watch(paths: readonly string[]): void {
    const wanted = new Set(paths);
    for (const path of this.watched) if (!wanted.has(path)) unwatchFile(path, this.read);
    for (const path of wanted)
      if (!this.watched.has(path)) watchFile(path, { interval, persistent: false }, this.read);
    this.watched = wanted;
  }

  private readonly read = (): void => {
    void this.readAll(this.paths, ++this.reading);
  };

  /** Of two readings under way only the later one counts. */
  private async readAll(paths: readonly string[], reading: number): Promise<void> {
    const files = await Promise.all(
      paths.map(async (path) => [path, await readDictionaryFile(path)] as const),
    );
    if (reading !== this.reading) return;
    this.watch([...this.paths, ...files.flatMap(([, { parts }]) => parts)]);
    this.names = knownNames().with(files.flatMap(([, { definitions }]) => definitions));
    this.changed(new Map(files));
  }
}

function absolute(path: string, folder: string | undefined): string {
  if (path.startsWith("~/")) return join(homedir(), path.slice(2));
  return isAbsolute(path) ? path : resolve(folder ?? homedir(), path);
}
