import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decodeCif } from "../../../server/src/cif/decode";
import { LineIndex } from "../../../server/src/cif/lineIndex";
import { parseCif } from "../../../server/src/cif/parser";
import type { Problem } from "../../../server/src/cif/problem";
import { printCif } from "../../../server/src/cif/print";
import { blockToJson, type BlockJson } from "../../../server/src/cli/cifJson";

/** The syntax corpus is no part of the repository: without it these tests are skipped. */
const CORPUS = join(import.meta.dirname, "../../../../shared/corpus/cif-syntax");

interface Entry {
  readonly file: string;
  readonly expected?: string;
  readonly kind?: string;
  readonly accept_lines?: readonly [number, number];
  readonly severity_hint?: string;
}

const isThere = existsSync(join(CORPUS, "index.json"));
const entries: Entry[] = isThere
  ? (JSON.parse(readFileSync(join(CORPUS, "index.json"), "utf8")) as { entries: Entry[] }).entries
  : [];

function read(file: string) {
  const decoded = decodeCif(readFileSync(join(CORPUS, file)));
  const document = parseCif(decoded.text);
  return { document, problems: [...decoded.problems, ...document.problems] };
}

const byText = (first: string, second: string) => (first < second ? -1 : first > second ? 1 : 0);
const sortedLoops = (loops: readonly (readonly string[])[]) =>
  loops.map((loop) => [...loop].sort(byText).join(" ")).sort(byText);

/** Order of loops, frames, and tags within a loop carries no meaning; codes compare without case. */
function canonical({ code, values, loops, frames }: BlockJson): BlockJson {
  return {
    code: code.toLowerCase(),
    values,
    loops: sortedLoops(loops).map((loop) => loop.split(" ")),
    frames: frames.map(canonical).sort((first, second) => byText(first.code, second.code)),
  };
}

function isError({ severity }: Problem): boolean {
  return severity === "error";
}

describe.skipIf(!isThere)("the syntax corpus (skipped where ../shared is absent)", () => {
  it.each(entries.filter(({ expected }) => expected).map((entry) => [entry.file, entry] as const))(
    "%s has the expected values and no error",
    (file, { expected = "" }) => {
      const { document, problems } = read(file);
      const blocks = (JSON.parse(readFileSync(join(CORPUS, expected), "utf8")) as { blocks: BlockJson[] })
        .blocks;
      expect(document.blocks.map((block) => canonical(blockToJson(block)))).toEqual(blocks.map(canonical));
      expect(problems.filter(isError)).toEqual([]);
    },
  );

  it.each(entries.filter(({ kind }) => kind).map((entry) => [entry.file, entry] as const))(
    "%s is told what is wrong where",
    (file, { kind, accept_lines: [first, last] = [0, 0], severity_hint }) => {
      const { document, problems } = read(file);
      const lines = new LineIndex(document.text.toString());
      const inPlace = problems
        .filter((problem) => severity_hint ?? isError(problem))
        .filter(({ range }) => {
          const line = lines.position(range?.start ?? 0).line + 1;
          return line >= first && line <= last;
        });
      expect(inPlace.map(({ code }) => code)).toContain(kind);
    },
  );

  it.each(entries.map(({ file }) => [file]))("%s is written back as it was", (file) => {
    const { document } = read(file);
    expect(printCif(document)).toBe(document.text);
  });
});
