import { describe, expect, it } from "vitest";
import { answerWith } from "../../../client/src/panels/answering";
import { readPanelParams, type PanelRequests } from "../../../server/src/protocol/webview";

const saved: string[] = [];
const answer = answerWith<PanelRequests>(readPanelParams, {
  save({ name, bytes }) {
    saved.push(`${name} ${bytes.length}`);
    return true;
  },
  copy() {
    throw new Error("no clipboard");
  },
});

describe("the host of a page", () => {
  it("gives a request to its handler", async () => {
    expect(await answer("save", { name: "a.csv", bytes: new Uint8Array(3) })).toBe(true);
    expect(saved).toEqual(["a.csv 3"]);
  });

  it.each([
    ["save", { name: "a.csv", bytes: "abc" }],
    ["save", undefined],
    ["copy", 7],
  ])("refuses parameters of another shape: %s %j", async (name, params) => {
    await expect(answer(name, params)).rejects.toThrow(/Invalid/);
    expect(saved).toHaveLength(1);
  });

  it.each(["remove", "toString", "constructor", "__proto__"])(
    "refuses what nobody answers: %s",
    async (name) => {
      await expect(answer(name, {})).rejects.toThrow("There is no request");
    },
  );

  it("hands on why a handler failed", async () => {
    await expect(answer("copy", "text")).rejects.toThrow("no clipboard");
  });
});
