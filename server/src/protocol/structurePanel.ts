import * as v from "valibot";
import type { ReadNebParams, ReadNebResult } from "./neb";
import { representations, type Representation } from "./simplification";
import type { FindPathsResult, IsosurfaceResult } from "./migration";
import type { StructureResult } from "./structure";
import { wholeNumber } from "./values";
import { reader, type PanelRequests, type ParamReaders, type Reader } from "./webview";

/** What a structure panel is about. */
export interface StructureSubject {
  /** Of the CIF document. */
  readonly uri: string;
  /** Code of the data block; `null` for the first with a structure. */
  readonly block: string | null;
  /** Whether paths are looked for at once. */
  readonly paths: boolean;
}

export const readStructureSubject: Reader<StructureSubject> = reader(
  v.object({ uri: v.string(), block: v.nullable(v.string()), paths: v.boolean() }),
);

/** What the page of a structure asks of its host. */
export interface StructurePanelRequests extends PanelRequests {
  /** To be asked again when the document changes. */
  picture(wanted: WantedPicture): StructureResult;
  /** Ends the search before; `progress` events follow. */
  findPaths(wanted: WantedPaths): FindPathsResult;
  /** Ends the search that runs, if one does. */
  cancelPaths(nothing: null): null;
  /** Where the energy has a value in electronvolt above the lowest. */
  isosurface(wanted: WantedPaths & { readonly energy: number }): IsosurfaceResult;
  /** Asks the user for files of `neb.x`; none where they turned away. */
  chooseNeb(nothing: null): readonly string[];
  readNeb(files: ReadNebParams): ReadNebResult;
  /** Asks for a hop, and writes the inputs of a nudged-elastic-band calculation. */
  prepareNeb(nothing: null): null;
  /** Selects from a line to a line of the document, counted from 0, in an editor; the page keeps the keyboard. */
  showLines(lines: { readonly first: number; readonly last: number }): null;
}

export interface WantedPicture {
  readonly block: string | null;
  readonly as: Representation;
}

export interface WantedPaths {
  readonly block: string | null;
  /** `Li1+`. */
  readonly ion: string;
}

export type StructurePanelEvent =
  /** The user asks for paths by a command. */
  | { readonly type: "findPaths" }
  /** How far the search for paths is, from 0 to 1. */
  | { readonly type: "progress"; readonly share: number }
  /** The document was edited: what was asked before is old. */
  | { readonly type: "changed" }
  /** The cursor came to a line of the document, counted from 0. */
  | { readonly type: "cursor"; readonly line: number };

const paths = v.object({ block: v.nullable(v.string()), ion: v.string() });

export const readStructurePanelParams: ParamReaders<Omit<StructurePanelRequests, keyof PanelRequests>> = {
  picture: reader(v.object({ block: v.nullable(v.string()), as: v.picklist(representations) })),
  findPaths: reader(paths),
  cancelPaths: reader(v.null()),
  isosurface: reader(v.object({ ...paths.entries, energy: v.number() })),
  chooseNeb: reader(v.null()),
  readNeb: reader(v.object({ files: v.array(v.string()) })),
  prepareNeb: reader(v.null()),
  showLines: reader(v.object({ first: wholeNumber, last: wholeNumber })),
};
