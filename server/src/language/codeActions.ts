import {
  CodeActionKind,
  type CodeAction,
  type CodeActionOptions,
  type Diagnostic,
} from "vscode-languageserver/node";
import type { Dictionary } from "../cif/dictionary/dictionary";
import { documentDiagnostics } from "./diagnostics";
import { toTextEdits, type OpenDocument } from "./documents";
import { crystalFixes } from "./fixes/crystalFixes";
import { nameFixes } from "./fixes/nameFixes";
import type { FixMaker, QuickFix } from "./fixes/quickFix";
import { syntaxFixes } from "./fixes/syntaxFixes";
import { findPlace } from "./place";
import { isSimplified, type Server } from "./server";

const fixAll = `${CodeActionKind.SourceFixAll}.superion`;

export const codeActionOptions: CodeActionOptions = {
  codeActionKinds: [CodeActionKind.QuickFix, fixAll],
};

/** The fixes of each subject, by the code of the problem. */
const makers = new Map<Diagnostic["code"], FixMaker>(
  Object.entries({ ...syntaxFixes, ...nameFixes, ...crystalFixes }),
);

export function registerCodeActions(server: Server): void {
  const { connection, documents, analyses, settings, dictionaries } = server;
  connection.onCodeAction(async ({ textDocument: { uri }, context }, token) => {
    const document = await documents.ready(uri);
    if (!document || isSimplified(uri) || token.isCancellationRequested) return [];
    const wants = (kind: string) => context.only?.some((only) => isWithin(kind, only));
    const fixes =
      wants(CodeActionKind.QuickFix) === false
        ? []
        : context.diagnostics.flatMap((diagnostic) =>
            quickFixActions(document, diagnostic, dictionaries.current),
          );
    if (wants(fixAll) !== true) return fixes;
    const all = documentDiagnostics(document, analyses.get(uri), undefined, settings());
    return [...fixes, ...fixAllAction(document, all, dictionaries.current)];
  });
}

/** Whether a kind is the other one or a part of it, as `source.fixAll.superion` is of `source`. */
function isWithin(kind: string, other: string): boolean {
  return kind === other || kind.startsWith(`${other}.`);
}

/** The fixes of one diagnostic; its `codeDescription` leads to the page that explains them. */
function quickFixActions(document: OpenDocument, diagnostic: Diagnostic, names: Dictionary): CodeAction[] {
  return fixesOf(document, diagnostic, names).map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix.isPreferred ? { isPreferred: true } : {}),
    edit: toEdit(document, [fix]),
  }));
}

/** One action that applies the preferred fix of each diagnostic, of those that overlap the first. */
function fixAllAction(
  document: OpenDocument,
  diagnostics: readonly Diagnostic[],
  names: Dictionary,
): CodeAction[] {
  let end = -1;
  const chosen: QuickFix[] = [];
  for (const diagnostic of diagnostics) {
    const fix = fixesOf(document, diagnostic, names).find(({ isPreferred }) => isPreferred);
    if (!fix || fix.edits.some(({ range }) => range.start <= end)) continue;
    chosen.push(fix);
    end = Math.max(end, ...fix.edits.map(({ range }) => range.end));
  }
  if (chosen.length === 0) return [];
  return [{ title: "Fix all that Superion can", kind: fixAll, edit: toEdit(document, chosen) }];
}

function fixesOf(
  { text, cif }: OpenDocument,
  { code, range, source, data }: Diagnostic,
  names: Dictionary,
): readonly QuickFix[] {
  const make = source === "superion" ? makers.get(code) : undefined;
  if (!cif || !make) return [];
  const start = text.offsetAt(range.start);
  return make({
    cif,
    code: String(code),
    range: { start, end: text.offsetAt(range.end) },
    place: findPlace(cif, start),
    instead: insteadIn(data),
    names,
  });
}

/** Editors hand back what a diagnostic carries. */
function insteadIn(data: unknown): string | undefined {
  const hasInstead = typeof data === "object" && data !== null && "instead" in data;
  return hasInstead && typeof data.instead === "string" ? data.instead : undefined;
}

function toEdit({ uri, text }: OpenDocument, fixes: readonly QuickFix[]): CodeAction["edit"] {
  const edits = fixes.flatMap((fix) => fix.edits);
  return { changes: { [uri]: toTextEdits(text, edits) } };
}
