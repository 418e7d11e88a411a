import { MarkupKind, type Hover } from "vscode-languageserver/node";
import { knownNames, type Dictionary } from "../cif/dictionary/dictionary";
import type { Loop } from "../cif/document";
import { rowRange } from "../cif/rowRange";
import { overlap } from "../cif/textRange";
import type { BlockAnalysis } from "./analysis";
import type { AnalysisState } from "./analyses";
import { blockHover } from "./blockHover";
import { cellHover, isCellName } from "./cellHover";
import { toRange, type OpenDocument } from "./documents";
import type { KnownBarriers } from "./knownBarriers";
import { failureText } from "./lensText";
import { nameHover } from "./nameHover";
import { findPlace, type Place } from "./place";
import type { Server } from "./server";
import { plainText } from "./plainText";
import { siteHover } from "./siteHover";
import { symmetryCodeText } from "./symmetryCodeText";
import { valueHover, valueMeaning } from "./valueHover";

/** Milliseconds that a hover waits for an analysis under way; without one it tells what the text alone tells. */
const patience = 250;

export function registerHover({
  connection,
  documents,
  analyses,
  barriers,
  client,
  settings,
  dictionaries,
}: Server): void {
  connection.onHover(async ({ textDocument: { uri }, position }, token) => {
    if (!settings().hover.enabled) return undefined;
    const seen = await documents.ready(uri);
    const isOfStructure = seen && needsAnalysis(seen, seen.text.offsetAt(position));
    const state = isOfStructure ? await analyses.wait(uri, patience) : analyses.get(uri);
    const document = await documents.ready(uri);
    if (!document || token.isCancellationRequested) return undefined;
    const offset = document.text.offsetAt(position);
    const hover = hoverAt(document, offset, state, dictionaries.current, barriers);
    return hover && (client().markdownHover ? hover : plain(hover));
  });
}

/** Whether the analysis tells something of what stands at an offset: of blocks, cells and sites. */
function needsAnalysis({ cif }: OpenDocument, offset: number): boolean {
  const place = cif && findPlace(cif, offset);
  if (!place) return false;
  if (place.kind === "header" || isCellName(place.column.tag)) return true;
  return place.kind === "value" && place.column.tag.startsWith("_atom_site");
}

export interface MarkdownHover extends Hover {
  readonly contents: { readonly kind: MarkupKind; readonly value: string };
}

/** What is to be said about what stands at an offset; `undefined` where there is nothing to say. */
export function hoverAt(
  document: OpenDocument,
  offset: number,
  state: AnalysisState | undefined,
  names: Dictionary = knownNames(),
  barriers?: Pick<KnownBarriers, "get">,
): MarkdownHover | undefined {
  const place = document.cif && findPlace(document.cif, offset);
  if (!place) return undefined;
  const value = markdownAt(place, document, state, names, barriers);
  return value === undefined
    ? undefined
    : { contents: { kind: MarkupKind.Markdown, value }, range: toRange(document.text, place.range) };
}

function markdownAt(
  place: Place,
  { uri, version, text, cif }: OpenDocument,
  state: AnalysisState | undefined,
  names: Dictionary,
  barriers: Pick<KnownBarriers, "get"> | undefined,
): string | undefined {
  const outcome = state?.version === version ? state.outcome : undefined;
  const found = outcome?.kind === "analysis" ? outcome.analysis : undefined;
  const analysis = found?.blocks.find(
    ({ headerRange }) => headerRange.start === place.block.headerRange.start,
  );
  if (place.kind === "header") {
    // A save frame holds a definition, no structure.
    if (/^save_/i.test(text.getText(toRange(text, place.range)))) return undefined;
    const pending =
      outcome?.kind === "failed" ? failureText(outcome) : outcome ? undefined : "Being analysed.";
    const known = barriers?.get({ uri, version, block: place.block.code });
    return blockHover(place.block, analysis, pending, known);
  }
  const { tag, loop } = place.column;
  const definition = names.find(tag);
  if (place.kind === "tag") {
    const written = text.getText(toRange(text, place.range));
    return withCell(tag, definition && nameHover(written, definition, names), analysis);
  }
  const value = valueHover(place, definition, cif && symmetryCodeText(cif, place));
  const site = loop && siteAt(loop, place.row, analysis);
  if (!site) return withCell(tag, value, analysis);
  const meaning = valueMeaning(place.value, definition);
  return [`\`${definition?.name ?? tag}\`${meaning === "" ? "" : `: ${meaning}`}`, site].join("\n\n");
}

/** On items of the cell, the cell as it was understood. */
function withCell(
  tag: string,
  text: string | undefined,
  analysis: BlockAnalysis | undefined,
): string | undefined {
  if (!isCellName(tag) || !analysis?.structure) return text;
  return [text, cellHover(analysis.structure)].filter((part) => part !== undefined).join("\n\n");
}

function siteAt(loop: Loop, row: number, analysis: BlockAnalysis | undefined): string | undefined {
  const range = rowRange(loop, row);
  const structure = analysis?.structure;
  const site = structure?.sites.find(({ rows }) => rows.some((own) => range && overlap(own, range)));
  return structure && site && siteHover(site, structure.oxidation);
}

function plain({ contents, range }: MarkdownHover): Hover {
  const value = plainText(contents.value);
  return { contents: { kind: MarkupKind.PlainText, value }, ...(range ? { range } : {}) };
}
