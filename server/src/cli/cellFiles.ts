import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { cellFileEnding, cellFileOf, type Cell } from "../impedance/cell/cell";
import { readCell, type CellReading } from "../impedance/cell/readCell";

/** A cell file that was read. */
export interface FoundCell extends CellReading {
  /** Without folders. */
  readonly name: string;
}

/** The cell files (`*.superion.json`) of folders, each folder read once. */
export class CellFiles {
  private readonly folders = new Map<string, Promise<FoundCell[]>>();

  /** What the cell file beside a data file says of its sample, if there is one. */
  async of(dataFile: string): Promise<FoundCell | undefined> {
    const folder = dirname(dataFile);
    const reading = this.folders.get(folder) ?? readCells(folder);
    this.folders.set(folder, reading);
    const readings = await reading;
    const found = cellFileOf(basename(dataFile), readings);
    return readings.find(({ name }) => name === found?.name);
  }
}

async function readCells(folder: string): Promise<FoundCell[]> {
  const names = await readdir(folder).catch(() => []);
  const readings = names
    .filter((name) => name.endsWith(cellFileEnding))
    .map(async (name) => {
      const text = await readFile(join(folder, name), "utf8").catch(() => undefined);
      return text === undefined ? [] : [{ name, ...readCell(text) }];
    });
  return (await Promise.all(readings)).flat();
}

/** Degrees Celsius: the cell file goes before the data file. */
export function temperatureOf(cell: Cell | undefined, dataFile: string, own: number | null): number | null {
  return cell?.temperaturesC.get(basename(dataFile)) ?? own;
}
