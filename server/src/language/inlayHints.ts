import { InlayHintKind, type InlayHint } from "vscode-languageserver/node";
import type { Block, Column } from "../cif/document";
import type { TextRange } from "../cif/problem";
import { rowAt } from "../cif/rowRange";
import { overlap } from "../cif/textRange";
import type { AnalysisState } from "./analyses";
import type { SiteSummary, StructureSummary } from "./analysis";
import { columnHints } from "./columnHints";
import { toTextRange, type OpenDocument } from "./documents";
import { plural } from "./numberFormat";
import { isSimplified, type Server } from "./server";

/** Milliseconds that an answer waits for an analysis under way; the editor is told to ask again when it ends. */
const patience = 100;

export function registerInlayHints(server: Server): void {
  const { connection, documents, settings, dictionaries } = server;
  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range: visible }, token) => {
    const { enabled, columnNames } = settings().inlayHints;
    if (isSimplified(uri)) return [];
    const state = enabled ? await server.analyses.wait(uri, patience) : undefined;
    const document = await documents.ready(uri);
    if (!document || token.isCancellationRequested) return [];
    const range = toTextRange(document.text, visible);
    return [
      ...(state ? inlayHints(document, state, range) : []),
      ...(columnNames ? columnHints(document, range, dictionaries.current) : []),
    ];
  });
}

/** Multiplicity and Wyckoff letter behind the label of each atom-site row within a range of the text. */
export function inlayHints(document: OpenDocument, state: AnalysisState, range: TextRange): InlayHint[] {
  const { outcome, version } = state;
  if (version !== document.version || outcome?.kind !== "analysis") return [];
  const inRange = (document.cif?.blocks ?? []).filter((block) => overlap(block.range, range));
  const byPlace = new Map(inRange.map((block) => [block.headerRange.start, block]));
  return outcome.analysis.blocks.flatMap(({ headerRange, structure }) => {
    const block = byPlace.get(headerRange.start);
    return block && structure ? hintsOfBlock(document, block, structure, range) : [];
  });
}

function hintsOfBlock(
  { text }: OpenDocument,
  block: Block,
  structure: StructureSummary,
  range: TextRange,
): InlayHint[] {
  const labels = block.find(
    "_atom_site_label",
    "_atom_site.label",
    "_atom_site.id",
    "_atom_site_type_symbol",
  );
  return structure.sites.flatMap((site) =>
    site.rows.flatMap((row): InlayHint[] => {
      const offset = overlap(row, range) && labels ? endOfLabel(labels, row) : undefined;
      if (offset === undefined) return [];
      return [
        {
          position: text.positionAt(offset),
          label: `${site.multiplicity}${site.wyckoff ?? ""}`,
          kind: InlayHintKind.Type,
          paddingLeft: true,
          tooltip: tooltip(site, structure),
        },
      ];
    }),
  );
}

/** The label's end in the row that stands at this place. */
function endOfLabel(labels: Column, { start, end }: TextRange): number | undefined {
  const { loop } = labels;
  if (!loop) return labels.range(0)?.end;
  const value = labels.range(rowAt(loop, start));
  return value && value.start < end ? value.end : undefined;
}

function tooltip({ multiplicity, wyckoff }: SiteSummary, { spaceGroup }: StructureSummary): string {
  const sites = `${plural(multiplicity, "site")} in the cell`;
  return wyckoff && spaceGroup ? `${sites}, Wyckoff position ${wyckoff} of ${spaceGroup.symbol}` : sites;
}
