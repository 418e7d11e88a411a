import { Uri } from "vscode";
import {
  representationName,
  representations,
  simplifiedScheme,
  type Representation,
} from "../../server/src/protocol/simplification";

/** What a simplified document is made from. */
export interface SimplifiedSource {
  readonly uri: Uri;
  /** Code of the data block; the first block with a structure where absent. */
  readonly block: string | undefined;
  readonly as: Representation;
}

/** `superion:/Li10GeP2S12%20(CAMNS).cif?...`; the path is what a tab shows, the query tells where it comes from. */
export function simplifiedUri({ uri, block, as }: SimplifiedSource): Uri {
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  const query = new URLSearchParams({
    source: uri.toString(),
    as,
    ...(block === undefined ? {} : { block }),
  });
  return Uri.from({
    scheme: simplifiedScheme,
    path: `/${name} (${representationName(as)}).cif`,
    query: query.toString(),
  });
}

/** The inverse of {@link simplifiedUri}; `undefined` for any other URI. */
export function simplifiedSource(uri: Uri): SimplifiedSource | undefined {
  const query = new URLSearchParams(uri.query);
  const source = query.get("source");
  const as = representations.find((name) => name === query.get("as"));
  if (uri.scheme !== simplifiedScheme || source === null || as === undefined) return undefined;
  return { uri: Uri.parse(source), block: query.get("block") ?? undefined, as };
}
