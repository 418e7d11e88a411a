import { InlayHintKind, type InlayHint } from "vscode-languageserver/node";
import { dottedName, knownNames, type Dictionary } from "../cif/dictionary/dictionary";
import type { Block, Column } from "../cif/document";
import type { TextRange } from "../cif/problem";
import { rowsWithin } from "../cif/rowRange";
import { contains, overlap } from "../cif/textRange";
import type { OpenDocument } from "./documents";

/** A screen shows fewer; an editor that asks for a whole file gets the beginning. */
const mostHints = 2000;

/** Before each value of a loop within a range of the text the name of its column, without what the loop shares. */
export function columnHints(
  { text, cif }: OpenDocument,
  range: TextRange,
  names: Dictionary = knownNames(),
): InlayHint[] {
  const hints: InlayHint[] = [];
  const inRange = (cif?.blocks ?? []).filter((block) => overlap(block.range, range));
  for (const column of inRange.flatMap(loopColumns)) {
    const { first, end } = rowsWithin(column, range);
    if (first >= end || hints.length >= mostHints) continue;
    const label = `${shortName(column, names)}:`;
    for (let row = first; row < end && hints.length < mostHints; row++) {
      const start = column.range(row)?.start;
      if (start !== undefined && contains(range, start))
        hints.push({
          position: text.positionAt(start),
          label,
          kind: InlayHintKind.Parameter,
          paddingRight: true,
        });
    }
  }
  return hints;
}

function loopColumns({ columns, frames }: Block): Column[] {
  return [...columns.filter(({ loop }) => loop && loop.columns.length > 1), ...frames.flatMap(loopColumns)];
}

/** `fract_x` of `_atom_site_fract_x`; a name in no dictionary as it is. */
function shortName({ tag }: Column, names: Dictionary): string {
  const definition = names.find(tag);
  const dotted = definition && dottedName(definition);
  return dotted?.slice(dotted.indexOf(".") + 1) ?? definition?.name ?? tag;
}
