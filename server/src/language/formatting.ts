import type { CancellationToken } from "vscode-languageserver/node";
import type { TextRange } from "../cif/problem";
import { toTextEdits, toTextRange, type OpenDocument } from "./documents";
import { isSimplified, type Server } from "./server";
import { whileWanted } from "./whileWanted";

export function registerFormatting({ connection, documents, run }: Server): void {
  const format = async (document: OpenDocument, within: TextRange | undefined, token: CancellationToken) => {
    const text = document.text.getText();
    const { uri, version } = document;
    const reply = await whileWanted(token, (signal) => run({ kind: "format", text, within }, signal));
    // Changes of an older text would destroy the newer one.
    const isCurrent = documents.get(uri)?.version === version;
    return reply.kind === "changes" && isCurrent ? toTextEdits(document.text, reply.changes) : [];
  };
  const find = (uri: string) => (isSimplified(uri) ? undefined : documents.get(uri));
  connection.onDocumentFormatting(({ textDocument: { uri } }, token) => {
    const document = find(uri);
    return document ? format(document, undefined, token) : [];
  });
  connection.onDocumentRangeFormatting(({ textDocument: { uri }, range }, token) => {
    const document = find(uri);
    return document ? format(document, toTextRange(document.text, range), token) : [];
  });
}
