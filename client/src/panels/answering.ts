import type { ParamReaders, ParamsOf, RequestName, ResultOf } from "../../../server/src/protocol/webview";

/** Who answers the requests of a page, each by its name. */
export type Handlers<Requests> = {
  readonly [Name in RequestName<Requests>]: (
    params: ParamsOf<Requests, Name>,
  ) => ResultOf<Requests, Name> | PromiseLike<ResultOf<Requests, Name>>;
};

/** Answers any request as it came; rejects where it is unknown or malformed, or its handler fails. */
export type Answer = (name: string, params: unknown) => Promise<unknown>;

/** Makes of handlers one function that reads a request and gives it to its handler. */
export function answerWith<Requests>(readers: ParamReaders<Requests>, handlers: Handlers<Requests>): Answer {
  const isKnown = (name: string): name is RequestName<Requests> => Object.hasOwn(handlers, name);
  const answer = async <Name extends RequestName<Requests>>(name: Name, params: unknown) =>
    handlers[name](readers[name](params));
  return async (name, params) => {
    if (!isKnown(name)) throw new Error(`There is no request ${name}.`);
    return answer(name, params);
  };
}
