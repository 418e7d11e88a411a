// How fast CIF text is read: small files as they come from databases, and one large loop.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeCif } from "../../server/src/cif/decode";
import { LineIndex } from "../../server/src/cif/lineIndex";
import { parseCif } from "../../server/src/cif/parser";
import { printCif } from "../../server/src/cif/print";
import { tokens } from "../../server/src/cif/tokens";

const RUNS = 15;
const ATOMS = 150_000;

function textsOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".cif"))
    .map((name) => decodeCif(readFileSync(join(folder, name))).text);
}

/** A block with one loop of atom sites, about 10 MB. */
function largeLoop(): string {
  const names = [
    "group_PDB",
    "id",
    "type_symbol",
    "label_atom_id",
    "Cartn_x",
    "Cartn_y",
    "Cartn_z",
    "occupancy",
  ];
  const rows = Array.from({ length: ATOMS }, (_, index) => {
    const position = [0.37, 0.11, 0.71].map((step) => ((index * step) % 100).toFixed(3).padStart(8));
    return `HETATM ${index} Li Li${index % 1000} ${position.join(" ")} 1.00 # ${"x".repeat(10)}`;
  });
  return ["data_large", "loop_", ...names.map((name) => `_atom_site.${name}`), ...rows, ""].join("\n");
}

function measure(name: string, texts: readonly string[], work: (text: string) => unknown): void {
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  const milliseconds = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    texts.forEach(work);
    return performance.now() - started;
  }).sort((first, second) => first - second);
  const median = milliseconds[RUNS >> 1] ?? NaN;
  console.log(
    `${name.padEnd(28)} ${median.toFixed(1).padStart(8)} ms ${(bytes / 1000 / median).toFixed(0).padStart(6)} MB/s`,
  );
}

const measured = "../shared/obelix/cifs";
const folder = existsSync(measured) ? measured : "examples";
const files = textsOf(folder);
measure(`parse ${files.length} files`, files, parseCif);
const large = [largeLoop()];
measure("parse one large loop", large, parseCif);
measure("index its lines", large, (text) => new LineIndex(text));
const document = parseCif(large[0] ?? "");
measure("read a column as numbers", large, () => {
  const column = document.blocks[0]?.find("_atom_site.Cartn_x");
  let sum = 0;
  for (let row = 0; row < (column?.rows ?? 0); row++) {
    const value = column?.value(row);
    if (value?.kind === "bare") sum += Number(value.text);
  }
  return sum;
});
measure("walk its tokens", large, () => [...tokens(document)].length);
measure("print it", large, () => printCif(document));
