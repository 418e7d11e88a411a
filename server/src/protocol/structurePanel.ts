import * as v from "valibot";
import { representations, type Representation } from "./simplification";
import type { StructureResult } from "./structure";
import { reader, type PanelRequests, type ParamReaders, type Reader } from "./webview";

/** What a structure panel is about. */
export interface StructureSubject {
  /** Of the CIF document. */
  readonly uri: string;
  /** Code of the data block; `null` for the first with a structure. */
  readonly block: string | null;
}

export const readStructureSubject: Reader<StructureSubject> = reader(
  v.object({ uri: v.string(), block: v.nullable(v.string()) }),
);

/** What the page of a structure asks of its host. */
export interface StructurePanelRequests extends PanelRequests {
  /** To be asked again when the document changes. */
  picture(wanted: WantedPicture): StructureResult;
  /** Selects from a line to a line of the document, counted from 0, in an editor; the page keeps the keyboard. */
  showLines(lines: { readonly first: number; readonly last: number }): null;
}

export interface WantedPicture {
  readonly block: string | null;
  readonly as: Representation;
}

export type StructurePanelEvent =
  /** The document was edited: what was asked before is old. */
  | { readonly type: "changed" }
  /** The cursor came to a line of the document, counted from 0. */
  | { readonly type: "cursor"; readonly line: number };

const line = v.pipe(v.number(), v.integer(), v.minValue(0));

export const readStructurePanelParams: ParamReaders<Omit<StructurePanelRequests, keyof PanelRequests>> = {
  picture: reader(v.object({ block: v.nullable(v.string()), as: v.picklist(representations) })),
  showLines: reader(v.object({ first: line, last: line })),
};
