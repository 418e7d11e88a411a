import { describe, expect, it } from "vitest";
import { begunAhead } from "../../../../server/src/screening/sources/begunAhead";

const numbers = Array.from({ length: 100 }, (_, number) => number);

describe("work that is begun ahead", () => {
  it("comes in the order of the items, however long each takes", async () => {
    const results: number[] = [];
    const slowest = (number: number) =>
      new Promise<number>((resolve) => setTimeout(resolve, (number * 7) % 5, 10 * number));
    for await (const [number, result] of begunAhead(numbers, slowest)) results.push(number + (await result));
    expect(results).toEqual(numbers.map((number) => 11 * number));
  });

  it("is never far ahead", async () => {
    let begun = 0;
    for await (const [number] of begunAhead(numbers, () => Promise.resolve(begun++)))
      expect(begun - number).toBeLessThan(20);
    expect(begun).toBe(100);
  });

  it("fails where it is asked for, not before", async () => {
    const odd = (number: number) =>
      number % 2 === 0 ? Promise.resolve(number) : Promise.reject(new Error(`${number}`));
    const outcomes: string[] = [];
    for await (const [, result] of begunAhead(numbers, odd))
      outcomes.push(await result.then(String, (error: unknown) => `failed ${String(error)}`));
    expect(outcomes.slice(0, 2)).toEqual(["0", "failed Error: 1"]);
    expect(outcomes).toHaveLength(100);
  });

  it("is dropped where nobody asks for the rest", async () => {
    const dropped: number[] = [];
    const begun: number[] = [];
    const begin = (number: number) => {
      begun.push(number);
      return Promise.resolve(number);
    };
    for await (const [number] of begunAhead(numbers, begin, (result) => dropped.push(result)))
      if (number === 10) break;
    await new Promise(setImmediate);
    expect(dropped).toEqual(begun.slice(11));
  });
});
