import { Uri, window } from "vscode";
import { simplifiedSource } from "../simplifiedUri";

/** A data block of a CIF document. */
export interface CifSource {
  readonly uri: Uri;
  /** Its code; the first block with a structure where absent. */
  readonly block: string | undefined;
}

/**
 * What a command acts on. Arguments are those of a code lens: the document's URI and the code of the data block; without them
 * the active editor counts, and behind a simplified document that from which it was made.
 */
export function cifSource([uriArgument, blockArgument]: readonly unknown[]): CifSource {
  const uri = toUri(uriArgument) ?? activeSource();
  if (uri === undefined) throw new Error("Open a CIF file first: the command acts on the active editor.");
  return { uri, block: typeof blockArgument === "string" ? blockArgument : undefined };
}

function toUri(value: unknown): Uri | undefined {
  if (value instanceof Uri) return value;
  return typeof value === "string" ? Uri.parse(value) : undefined;
}

function activeSource(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== "cif") return undefined;
  return simplifiedSource(document.uri)?.uri ?? document.uri;
}
