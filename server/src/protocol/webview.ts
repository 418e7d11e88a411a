import * as v from "valibot";

/**
 * What every panel's page may ask its host for. A panel extends this interface with requests of its own: each is a
 * method that takes one value and gives the answer, both of plain data.
 */
export interface PanelRequests {
  /** Asks the user where to save a file; false where nothing was saved. */
  save(file: SavedFile): boolean;
  /** Puts text on the clipboard. */
  copy(text: string): null;
}

export interface SavedFile {
  /** Proposed to the user, with its extension. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type RequestName<Requests> = keyof Requests & string;

export type ParamsOf<Requests, Name extends keyof Requests> = Requests[Name] extends (
  params: infer Params,
) => unknown
  ? Params
  : never;

export type ResultOf<Requests, Name extends keyof Requests> = Requests[Name] extends (
  params: never,
) => infer Result
  ? Result
  : never;

/** Reads a value that came over a border; throws where it is not what it should be. */
export type Reader<Value> = (value: unknown) => Value;

export function reader<Output>(schema: v.GenericSchema<unknown, Output>): Reader<Output> {
  return (value) => v.parse(schema, value);
}

/** For each request of a panel, how its parameters are read on arrival. */
export type ParamReaders<Requests> = {
  readonly [Name in RequestName<Requests>]: Reader<ParamsOf<Requests, Name>>;
};

export const readPanelParams: ParamReaders<PanelRequests> = {
  save: reader(v.object({ name: v.string(), bytes: v.instance(Uint8Array) })),
  copy: reader(v.string()),
};

/** Page -> host. `ready` once the page listens, also after a reload: the host answers with `start`. */
const pageMessage = v.variant("type", [
  v.object({ type: v.literal("ready") }),
  v.object({ type: v.literal("request"), id: v.number(), name: v.string(), params: v.unknown() }),
]);
export type PageMessage = v.InferOutput<typeof pageMessage>;
export const readPageMessage: Reader<PageMessage> = reader(pageMessage);

/** Host -> page. `start` tells what the panel is about; `event` is one of the panel's own. */
const hostMessage = v.variant("type", [
  v.object({ type: v.literal("start"), subject: v.unknown() }),
  v.object({ type: v.literal("answer"), id: v.number(), result: v.unknown() }),
  v.object({ type: v.literal("refusal"), id: v.number(), reason: v.string() }),
  v.object({ type: v.literal("event"), event: v.looseObject({ type: v.string() }) }),
]);
export type HostMessage = v.InferOutput<typeof hostMessage>;
export const readHostMessage: Reader<HostMessage> = reader(hostMessage);

/** What a page keeps over a reload: what it is about, and how it was looked at. */
const keptState = v.object({
  version: v.literal(1),
  subject: v.unknown(),
  /** By the name of what was chosen. */
  view: v.optional(v.record(v.string(), v.unknown())),
});
export type KeptState = v.InferOutput<typeof keptState>;
export const readKeptState: Reader<KeptState> = reader(keptState);
