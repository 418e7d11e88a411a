import { LanguageClient } from "../protocol/support/languageClient";
import { example } from "../protocol/support/crystals";
import { rockSalt } from "../support/rockSalt";
import { positionOf } from "../protocol/support/caret";
import { longestBlock } from "./mainThread";

// What a user waits for, measured through the protocol on the built server: medians, with the slowest in brackets.

/** Megabytes: longer texts are not read. */
const longestRead = 16;

const garnet = example("Li7La3Zr2O12.cif");

interface Measured {
  readonly what: string;
  readonly milliseconds: readonly number[];
  readonly aim?: number;
}

async function main(): Promise<void> {
  const rows = [
    await coldStart(7),
    ...(await withServer(async (client) => [
      await openToLens(client, 30),
      await editToDiagnostics(client, 10),
      await hovers(client, 50),
    ])),
    ...(await withServer(async (client) => [
      await longestBlocks(client, 0.5, 7),
      await longestBlocks(client, 4, 7),
      await longestBlocks(client, longestRead, 5),
      await longestBlocks(client, 50, 3),
    ])),
  ];
  console.table(rows.map(tableRow));
}

function tableRow({ what, milliseconds, aim }: Measured): Record<string, string | number> {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  return {
    what,
    "median (ms)": median.toFixed(1),
    "slowest (ms)": (sorted.at(-1) ?? NaN).toFixed(1),
    runs: sorted.length,
    "aim (ms)": aim === undefined ? "" : `${aim}${median <= aim ? "" : "  MISSED"}`,
  };
}

async function withServer<T>(use: (client: LanguageClient) => Promise<T>): Promise<T> {
  const client = await LanguageClient.start();
  await client.modelStatus();
  const result = await use(client);
  await client.stop();
  return result;
}

/** From the start of the process to the first lens. */
async function coldStart(runs: number): Promise<Measured> {
  const milliseconds: number[] = [];
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    const client = await LanguageClient.start();
    await client.lensTexts(await client.open(garnet));
    milliseconds.push(performance.now() - began);
    await client.stop();
  }
  return { what: "cold start to first lens", milliseconds, aim: 1500 };
}

async function openToLens(client: LanguageClient, runs: number): Promise<Measured> {
  await client.lensTexts(await client.open(garnet));
  const milliseconds: number[] = [];
  for (let run = 0; run < runs; run++) {
    const text = `# ${run}\n${garnet}`;
    const began = performance.now();
    const texts = await client.lensTexts(await client.open(text));
    milliseconds.push(performance.now() - began);
    if (run === 0) console.log(texts.join(" | "));
  }
  return { what: "didOpen to lens, Li7La3Zr2O12", milliseconds, aim: 100 };
}

async function editToDiagnostics(client: LanguageClient, runs: number): Promise<Measured> {
  const uri = await client.open(garnet);
  await client.diagnostics(uri);
  const milliseconds: number[] = [];
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    await client.change(uri, `${garnet}# ${run}\n`);
    await client.diagnostics(uri);
    milliseconds.push(performance.now() - began);
  }
  return { what: "edit to diagnostics (150 ms of it a pause)", milliseconds };
}

async function hovers(client: LanguageClient, runs: number): Promise<Measured> {
  const uri = await client.open(garnet);
  await client.lensTexts(uri);
  const label = /^(Li\w*)\s/m.exec(garnet)?.[1] ?? "Li";
  const position = positionOf(garnet, `\n${label} `, 1);
  const milliseconds: number[] = [];
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    const hover = await client.hover(uri, position);
    milliseconds.push(performance.now() - began);
    if (!hover) throw new Error("no hover on a site row");
  }
  return { what: "hover on a site", milliseconds, aim: 50 };
}

/** How long the server's main thread answers nothing else, at worst, while a long text is opened and edited. */
async function longestBlocks(client: LanguageClient, megabytes: number, runs: number): Promise<Measured> {
  const reflections = "loop_\n_refln_index_h\n_refln_index_k\n_refln_index_l\n_refln_f\n";
  const text = `${rockSalt()}${reflections}${"1 2 3 4.5\n".repeat(megabytes * 9.9e4)}`;
  const milliseconds: number[] = [];
  for (let run = 0; run < runs; run++)
    milliseconds.push(await longestBlock(client, () => openAndEdit(client, text)));
  const what = `longest work at a time while ${megabytes} MB are opened and edited`;
  return { what, milliseconds, ...(megabytes <= longestRead ? { aim: 50 } : {}) };
}

async function openAndEdit(client: LanguageClient, text: string): Promise<void> {
  const uri = await client.open(text);
  await client.diagnostics(uri);
  const start = { line: 3, character: 0 };
  await client.change(uri, [{ range: { start, end: start }, text: " " }]);
  await client.diagnostics(uri);
  await client.closeDocument(uri);
}

await main();
