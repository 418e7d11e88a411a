import type { CodeLens, Command } from "vscode-languageserver/node";
import type { TextRange } from "../cif/problem";
import { showSimplifiedCommand } from "../protocol/simplification";
import { showStructureCommand } from "../protocol/structure";
import { barriersText, showPathsCommand } from "../protocol/migration";
import type { AnalysisState } from "./analyses";
import type { BlockAnalysis } from "./analysis";
import { toRange, type OpenDocument } from "./documents";
import { failureText, lensTexts } from "./lensText";
import type { KnownBarriers } from "./knownBarriers";
import { isSimplified, type Server } from "./server";

/**
 * How long an answer waits for the analysis, milliseconds. An editor that can be told to ask again is answered soon
 * with what is known; one that cannot gets its only answer when there is one.
 */
const patience = { canRefresh: 100, cannotRefresh: 30_000 };

export function registerCodeLens(server: Server): void {
  const { connection, documents, analyses, barriers, client, settings } = server;
  connection.onCodeLens(async ({ textDocument: { uri } }, token) => {
    if (!settings().codeLens.enabled || isSimplified(uri)) return [];
    const { canRefresh, cannotRefresh } = patience;
    const state = await analyses.wait(uri, client().codeLensRefresh ? canRefresh : cannotRefresh);
    const document = await documents.ready(uri);
    return document && state && !token.isCancellationRequested ? lenses(document, state, barriers) : [];
  });
}

/** The lenses of what is known; nothing above a block that is not known yet. */
export function lenses(
  document: OpenDocument,
  { version, outcome, newest }: AnalysisState,
  barriers: Pick<KnownBarriers, "get">,
): CodeLens[] {
  if (outcome?.kind === "failed") {
    const title = failureText(outcome);
    const headers = document.cif?.blocks.map(({ headerRange }) => headerRange) ?? [{ start: 0, end: 0 }];
    return title ? headers.map((header) => lens(document, header, say(title))) : [];
  }
  const isCurrent = version === document.version && outcome !== undefined;
  const now = isCurrent ? undefined : headersByCode(document);
  return (newest?.blocks ?? []).flatMap((analysis) => {
    const header = now ? movedHeader(now, analysis) : analysis.headerRange;
    return header
      ? blockCommands(document, analysis, barriers).map((command) => lens(document, header, command))
      : [];
  });
}

function headersByCode({ cif }: OpenDocument): Map<string, TextRange[]> {
  const headers = new Map<string, TextRange[]>();
  for (const { code, headerRange } of cif?.blocks ?? []) {
    const named = headers.get(code);
    if (named) named.push(headerRange);
    else headers.set(code, [headerRange]);
  }
  return headers;
}

/** Where edits have moved the header to: the first block of its name, preferably at its old place. */
function movedHeader(
  headers: ReadonlyMap<string, TextRange[]>,
  { code, headerRange }: BlockAnalysis,
): TextRange | undefined {
  const named = headers.get(code);
  return named?.find(({ start }) => start === headerRange.start) ?? named?.[0];
}

function blockCommands(
  { uri, version }: OpenDocument,
  analysis: BlockAnalysis,
  barriers: Pick<KnownBarriers, "get">,
): Command[] {
  const said = lensTexts(analysis).map(say);
  if (!analysis.structure) return said;
  const ofBlock = [uri, analysis.code];
  const found = barriers.get({ uri, version, block: analysis.code });
  return [
    ...said,
    ...(found
      ? [{ title: `E_a ${barriersText(found.barriers)}`, command: showPathsCommand, arguments: ofBlock }]
      : []),
    { title: "Simplify", command: showSimplifiedCommand, arguments: ofBlock },
    { title: "Structure", command: showStructureCommand, arguments: ofBlock },
  ];
}

/** Text alone: an editor shows a command without a name as such. */
function say(title: string): Command {
  return { title, command: "" };
}

function lens({ text }: OpenDocument, header: TextRange, command: Command): CodeLens {
  return { range: toRange(text, header), command };
}
