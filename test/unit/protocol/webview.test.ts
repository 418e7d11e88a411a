import { describe, expect, it } from "vitest";
import { readHostMessage, readKeptState, readPageMessage } from "../../../server/src/protocol/webview";

describe("messages between a page and its host", () => {
  it.each([{ type: "ready" }, { type: "request", id: 1, name: "save", params: { name: "a.csv" } }])(
    "are taken from the page: %j",
    (message) => {
      expect(readPageMessage(message)).toEqual(message);
    },
  );

  it.each([
    { type: "start", subject: { file: "a.ndjson" } },
    { type: "answer", id: 1, result: null },
    { type: "refusal", id: 1, reason: "The file is gone." },
    { type: "event", event: { type: "progress", done: 3 } },
  ])("are taken from the host: %j", (message) => {
    expect(readHostMessage(message)).toEqual(message);
  });

  it.each([undefined, null, "ready", {}, { type: "close" }, { type: "request", id: "1", name: "save" }])(
    "are refused when unknown: %j",
    (message) => {
      expect(() => readPageMessage(message)).toThrow();
      expect(() => readHostMessage(message)).toThrow();
    },
  );
});

describe("what a page keeps", () => {
  it("says its version, what it is about and how it was looked at", () => {
    const state = { version: 1, subject: { file: "a" }, view: { search: "Li" } };
    expect(readKeptState(state)).toEqual(state);
  });

  it("is forgotten when it comes from another version", () => {
    expect(() => readKeptState({ version: 2, subject: { file: "a" } })).toThrow();
  });
});
