import { MarkupKind, type Hover } from "vscode-languageserver/node";
import type { Loop } from "../cif/document";
import { rowRange } from "../cif/rowRange";
import { overlap } from "../cif/textRange";
import type { BlockAnalysis } from "./analysis";
import type { AnalysisState } from "./analyses";
import { blockHover } from "./blockHover";
import { cellHover, isCellName } from "./cellHover";
import { lookUpDataName, type DataName } from "./dataNames";
import { toRange, type OpenDocument } from "./documents";
import { failureText } from "./lensText";
import { findPlace, type Place } from "./place";
import type { Server } from "./server";
import { escape, siteHover } from "./siteHover";

/** Milliseconds that a hover waits for an analysis under way; without one it tells what the text alone tells. */
const patience = 250;

export function registerHover({ connection, documents, analyses, client }: Server): void {
  connection.onHover(async ({ textDocument: { uri }, position }, token) => {
    const state = await analyses.wait(uri, patience);
    const document = await documents.ready(uri);
    if (!document || token.isCancellationRequested) return undefined;
    const hover = hoverAt(document, document.text.offsetAt(position), state);
    return hover && (client().markdownHover ? hover : plain(hover));
  });
}

export interface MarkdownHover extends Hover {
  readonly contents: { readonly kind: MarkupKind; readonly value: string };
}

/** What is to be said about what stands at an offset; `undefined` where there is nothing to say. */
export function hoverAt(
  document: OpenDocument,
  offset: number,
  state: AnalysisState | undefined,
): MarkdownHover | undefined {
  const place = document.cif && findPlace(document.cif, offset);
  if (!place) return undefined;
  const value = markdownAt(place, document, state);
  return value === undefined
    ? undefined
    : { contents: { kind: MarkupKind.Markdown, value }, range: toRange(document.text, place.range) };
}

function markdownAt(
  place: Place,
  { version }: OpenDocument,
  state: AnalysisState | undefined,
): string | undefined {
  const outcome = state?.version === version ? state.outcome : undefined;
  const found = outcome?.kind === "analysis" ? outcome.analysis : undefined;
  const analysis = found?.blocks.find(
    ({ headerRange }) => headerRange.start === place.block.headerRange.start,
  );
  if (place.kind === "header") {
    const pending =
      outcome?.kind === "failed" ? failureText(outcome) : outcome ? undefined : "Being analysed.";
    return blockHover(place.block, analysis, pending);
  }
  const { tag, loop } = place.column;
  const name = nameHover(tag, lookUpDataName(tag));
  if (place.kind === "value" && loop) return siteAt(loop, place.row, analysis) ?? name;
  if (!isCellName(tag) || !analysis?.structure) return name;
  return [name, cellHover(analysis.structure)].filter((part) => part !== undefined).join("\n\n");
}

function siteAt(loop: Loop, row: number, analysis: BlockAnalysis | undefined): string | undefined {
  const range = rowRange(loop, row);
  const structure = analysis?.structure;
  const site = structure?.sites.find(({ rows }) => rows.some((own) => range && overlap(own, range)));
  return structure && site && siteHover(site, structure.oxidation);
}

function nameHover(tag: string, name: DataName | undefined): string | undefined {
  if (!name) return undefined;
  const unit = name.unit ? ` Unit: ${name.unit}.` : "";
  const used = name.used ? " Superion computes with it." : "";
  return `**${escape(tag)}**\n\n${name.meaning}${unit}${used}`;
}

/** For editors that show no markdown: without pictures and marks. */
function plain({ contents, range }: MarkdownHover): Hover {
  const value = contents.value
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, "$1")
    .replace(/\*\*|`/g, "")
    .replace(/\\(.)/g, "$1");
  return { contents: { kind: MarkupKind.PlainText, value }, ...(range ? { range } : {}) };
}
