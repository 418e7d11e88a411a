import fc from "fast-check";
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Journal, type JournalEntry } from "../../../server/src/screening/journal";
import { rowWithoutStructure } from "../../../server/src/screening/screenedRow";

const folder = mkdtempSync(join(tmpdir(), "superion-journal-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const path = join(folder, "journal");

const entry = (number: number): JournalEntry => ({
  hash: `hash ${number}`,
  file: `é${number}.cif`,
  rows: Array.from({ length: number % 3 }, (_, k) => ({
    row: rowWithoutStructure(`b${k}`, "", { model: "m", simplification: "" }),
    crystal: null,
    bucket: null,
    identifiers: [],
  })),
});

async function write(count: number, key = "key"): Promise<Journal> {
  const journal = await Journal.begin(path, key);
  for (let number = 0; number < count; number++) await journal.add(entry(number));
  return journal;
}

async function resume(key = "key"): Promise<{ journal: Journal; hashes: string[] }> {
  const hashes: string[] = [];
  const journal = await Journal.resume(path, key, {
    entry: ({ hash }) => hashes.push(hash),
    grouping: () => undefined,
  });
  return { journal, hashes };
}

const hashes = (count: number) => Array.from({ length: count }, (_, number) => `hash ${number}`);

describe("Journal", () => {
  it("gives back what was added, also rows here and there", async () => {
    const journal = await write(5);
    const place = await journal.add(entry(5));
    expect(journal.rows.read({ ...place, part: 1 }).row.block).toBe("b1");
    await journal.close();
    const again = await resume();
    expect(again.hashes).toEqual(hashes(6));
    await again.journal.close();
  });

  it("keeps every whole line of a file that was cut anywhere, and goes on behind it", async () => {
    await (await write(6)).close();
    const bytes = readFileSync(path);
    const property = fc.asyncProperty(fc.nat(bytes.length), async (length) => {
      writeFileSync(path, bytes);
      truncateSync(path, length);
      const lines = bytes.subarray(0, length).toString("latin1").split("\n").length - 1;
      const { journal, hashes: kept } = await resume();
      expect(kept).toEqual(hashes(Math.max(0, lines - 1)));
      await journal.add({ ...entry(0), hash: "new" });
      await journal.close();
      const again = await resume();
      expect(again.hashes).toEqual([...kept, "new"]);
      await again.journal.close();
    });
    await fc.assert(property, { numRuns: 40 });
  });

  it("begins anew where the results belong to another model", async () => {
    await (await write(3)).close();
    const { journal, hashes: kept } = await resume("another");
    expect(kept).toEqual([]);
    await journal.close();
  });

  it.runIf(existsSync("/dev/full"))("tells that the disk is full", async () => {
    await expect(Journal.begin("/dev/full", "key")).rejects.toThrow(/ENOSPC/);
  });
});
