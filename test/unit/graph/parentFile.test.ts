import { describe, expect, it } from "vitest";
import { readParent, writeParent } from "../../../server/src/graph/parentFile";
import { RandomWeights } from "../../support/models";

describe("a parent file", () => {
  it("gives back the parent that was written", () => {
    const parent = new RandomWeights().parent();
    expect(readParent("file", writeParent(parent))).toEqual({ kind: "parent", parent });
  });

  it("is refused with a reason where it is cut short or something else", () => {
    const bytes = writeParent(new RandomWeights().parent());
    for (const broken of [
      bytes.slice(0, 400),
      bytes.slice(0, -64),
      new Uint8Array(0),
      new TextEncoder().encode("data_x\n"),
    ])
      expect(readParent("file", broken)).toMatchObject({
        kind: "refused",
        reason: expect.stringContaining("file") as string,
      });
  });
});
