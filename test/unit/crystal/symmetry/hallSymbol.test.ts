import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { hall_symbol_entry, initSync, operations_from_number } from "@spglib/moyo-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { operationsOfHallSymbol } from "../../../../server/src/crystal/symmetry/hallSymbol";
import type { SymmetryOperation } from "../../../../server/src/crystal/structure";
import {
  compose,
  distinctOperations,
  rotationKey,
} from "../../../../server/src/crystal/symmetry/symmetryOperation";

const fromServer = createRequire(new URL("../../../server/package.json", import.meta.url));

/** The operations as sorted text, translations in 24ths. */
function listed(operations: readonly SymmetryOperation[]): string[] {
  return operations
    .map(({ rotation, translation }) => {
      const shifts = translation.map((shift) => (((Math.round(shift * 24) % 24) + 24) % 24).toString());
      return `${rotation.map((entry) => Math.round(entry).toString()).join(" ")} | ${shifts.join(" ")}`;
    })
    .sort();
}

function group(symbol: string): SymmetryOperation[] {
  const operations = operationsOfHallSymbol(symbol);
  if (!operations) throw new Error(`${symbol} was refused`);
  return operations;
}

beforeAll(() => {
  initSync({ module: readFileSync(fromServer.resolve("@spglib/moyo-wasm/moyo_wasm_bg.wasm")) });
});

const hallNumbers = Array.from({ length: 530 }, (_, index) => index + 1);

describe("the operations of a Hall symbol", () => {
  it("are those of an independent decoder for every tabulated setting", () => {
    for (const hallNumber of hallNumbers) {
      const { hall_symbol: symbol, number } = hall_symbol_entry(hallNumber);
      const expected = operations_from_number(number, { type: "HallNumber", value: hallNumber }, false).map(
        ({ rotation: [a, b, c, d, e, f, g, h, i], translation }) => ({
          // That table is column-major.
          rotation: [a, d, g, b, e, h, c, f, i],
          translation,
        }),
      );
      expect(listed(group(symbol)), `${hallNumber} ${symbol}`).toEqual(listed(expected));
    }
  });

  it("form a group", () => {
    for (const hallNumber of hallNumbers) {
      const operations = group(hall_symbol_entry(hallNumber).hall_symbol);
      const products = operations
        .slice(0, 24)
        .flatMap((left) => operations.map((right) => compose(left, right)));
      expect(distinctOperations([...operations, ...products])).toHaveLength(operations.length);
    }
  });

  it.each([
    ["-P_2yn", "-P 2yn"],
    ["-P2ybc", "-P 2ybc"],
    ['P 3 2"', "P 3 2="],
    ["  -f 4 2 3 ", "-F 4 2 3"],
  ])("may be spelled %s", (spelling, symbol) => {
    expect(listed(group(spelling))).toEqual(listed(group(symbol)));
  });

  it("follow a change of basis", () => {
    // The F-centred cell of I 4/mmm is twice as large.
    const doubled = group("-I 4 2 (1/2*x-1/2*y,1/2*x+1/2*y,z)");
    expect(doubled).toHaveLength(2 * group("-I 4 2").length);
    const identityKey = rotationKey([1, 0, 0, 0, 1, 0, 0, 0, 1]);
    const centrings = doubled.filter(({ rotation }) => rotationKey(rotation) === identityKey);
    expect(listed(centrings)).toEqual(listed(group("F 1")));
    expect(listed(group("P 2 (0 0 4)"))).toEqual(listed(group("P 2")));
    expect(listed(group("-P 1 (3 0 0)")).at(0)).toContain("| 12 0 0");
  });

  it.each(["", "Q 2", "P", "P 5", "-P*2yn", "P 7 2", "P 2 (1 2)", "P 2 (x,x,z)"])(
    "are refused for %j",
    (symbol) => {
      expect(operationsOfHallSymbol(symbol)).toBeUndefined();
    },
  );
});
