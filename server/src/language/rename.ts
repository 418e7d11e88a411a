import {
  ErrorCodes,
  ResponseError,
  type Position,
  type Range,
  type RenameOptions,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import type { CifDocument } from "../cif/document";
import type { TextRange } from "../cif/problem";
import { toRange, type OpenDocument } from "./documents";
import { hasSite, labelledAt, mentions, mostMentions, type LabelledThing } from "./labelledThings";
import { isSimplified, type Server } from "./server";

export const renameOptions: RenameOptions = { prepareProvider: true };

export function registerRename({ connection, documents }: Server): void {
  const find = async (uri: string, position: Position) => {
    const document = isSimplified(uri) ? undefined : await documents.ready(uri);
    return document && { document, site: siteAt(document, position) };
  };
  connection.onPrepareRename(async ({ textDocument: { uri }, position }) => {
    const found = await find(uri, position);
    return found && (found.site ? placeholder(found.document, found.site) : refusal(onlySites));
  });
  connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }) => {
    const found = await find(uri, position);
    return found && (found.site ? renamed(found.document, found.site, newName) : refusal(onlySites));
  });
}

const onlySites = "Labels of atom sites can be renamed; this is none.";

function tooMany({ name, block }: LabelledThing): string {
  return `${name} stands in more than ${mostMentions} places of data_${block.code}: use the editor's search and replace.`;
}

function refusal(message: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidRequest, message);
}

function siteAt({ text, cif }: OpenDocument, position: Position): LabelledThing | undefined {
  const thing = cif && labelledAt(cif, text.offsetAt(position));
  return thing?.kind === "site" ? thing : undefined;
}

function placeholder(
  { text }: OpenDocument,
  { range, name }: LabelledThing,
): { range: Range; placeholder: string } {
  return { range: toRange(text, range), placeholder: name };
}

function renamed(
  { uri, text, cif }: OpenDocument,
  site: LabelledThing,
  newName: string,
): WorkspaceEdit | ResponseError {
  if (!cif || newName === site.name) return { changes: {} };
  const reason = whyNot(cif, site, newName);
  if (reason) return refusal(reason);
  const places = mentions(cif, site, mostMentions + 1);
  if (places.length > mostMentions) return refusal(tooMany(site));
  const edits = places.map(({ range }) => ({
    range: toRange(text, /['"]/.test(newName) ? withQuotes(cif, range) : range),
    newText: newName,
  }));
  return { changes: { [uri]: edits } };
}

/** A label with primes stands without quotes, which it would end. */
function withQuotes({ text }: CifDocument, { start, end }: TextRange): TextRange {
  let width = 0;
  const isQuoted = () =>
    /['"]/.test(text.charAt(start - width - 1)) &&
    text.charAt(start - width - 1) === text.charAt(end + width);
  while (width < 3 && start > width && isQuoted()) width++;
  return { start: start - width, end: end + width };
}

/** Why a site cannot have this label, as a sentence; `undefined` where it can. */
export function whyNot(
  cif: CifDocument,
  { block }: Pick<LabelledThing, "block">,
  newName: string,
): string | undefined {
  if (newName === "") return "A label needs at least one character.";
  if (/\s/.test(newName)) return "A label has no blanks: write Li1a or Li_1 for Li 1.";
  if (!/^[\x21-\x7e]+$/.test(newName)) return "A label has letters, digits and signs of plain ASCII only.";
  if (/^[_#$'";[\]{}]/.test(newName)) return `A label cannot begin with ${newName.charAt(0)}.`;
  if (/[[\]{}]/.test(newName)) return "A label has no brackets.";
  if (/^(?:[?.]|data_.*|save_.*|loop_|stop_|global_)$/i.test(newName))
    return `${newName} has a meaning of its own in a CIF: choose another label.`;
  if (hasSite(cif, block, newName))
    return `data_${block.code} has another site ${newName}: rename that one first, or choose a free label.`;
  return undefined;
}
