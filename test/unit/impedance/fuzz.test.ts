import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readImpedance } from "../../../server/src/impedance/readImpedance";
import * as write from "../../support/instrumentFiles";
import { arcAndTail, layouts } from "./layouts";

/** `FUZZ_RUNS=100000` looks longer. */
const numRuns = Number(process.env["FUZZ_RUNS"] ?? 400);

const files = [
  ...Object.values(layouts).map((layout) => layout(arcAndTail, write.scientific(7))),
  write.biologicText([arcAndTail, arcAndTail], { listsLoops: true, temperatureC: 25 }),
  write.biologicBinary([arcAndTail]),
  write.biologicBinary([arcAndTail], { isNew: true }),
  write.table([arcAndTail], { names: ["f", "|Z|", "phase"] }),
  write.table([arcAndTail], { separator: ";", print: write.withComma(write.exactly) }),
];

type Mutation = (data: Uint8Array) => Uint8Array;
const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (data: Uint8Array, share: number): number => Math.floor(share * data.length);
const joined = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  place.map(
    (end): Mutation =>
      (data) =>
        data.slice(0, at(data, end)),
  ),
  place.map(
    (start): Mutation =>
      (data) =>
        data.slice(at(data, start)),
  ),
  fc.tuple(place, fc.integer({ min: 0, max: 255 })).map(([where, byte]): Mutation => (data) => {
    const changed = data.slice();
    changed[at(data, where)] = byte;
    return changed;
  }),
  fc.tuple(place, fc.uint8Array({ maxLength: 40 })).map(
    ([where, bytes]): Mutation =>
      (data) =>
        joined(data.subarray(0, at(data, where)), bytes, data.subarray(at(data, where))),
  ),
  fc.tuple(place, place, place).map(
    ([from, to, into]): Mutation =>
      (data) =>
        joined(
          data.subarray(0, at(data, into)),
          data.subarray(at(data, from), at(data, to)),
          data.subarray(at(data, into)),
        ),
  ),
  fc
    .tuple(
      place,
      fc.constantFrom(
        "1e999",
        "-1",
        "NaN",
        "0",
        "\t\t\t",
        "\r\r\n",
        '"',
        "TABLE",
        "4294967295",
        "Definition=",
        "1,5",
      ),
    )
    .map(
      ([where, text]): Mutation =>
        (data) =>
          joined(data.subarray(0, at(data, where)), Buffer.from(text), data.subarray(at(data, where))),
    ),
);

function expectSound(data: Uint8Array): void {
  const reading = readImpedance(data, "cell_25C.txt");
  const problems = reading.kind === "read" ? reading.file.problems : reading.problems;
  expect(problems.some(({ severity }) => severity === "error")).toBe(reading.kind === "refused");
  expect(problems.every(({ message, line }) => message !== "" && (line === null || line >= 1))).toBe(true);
  if (reading.kind === "refused") return;
  expect(reading.file.loops.length).toBeGreaterThan(0);
  for (const { frequencies, zRe, zIm } of reading.file.loops) {
    expect(frequencies.length).toBeGreaterThan(0);
    expect([zRe.length, zIm.length]).toEqual([frequencies.length, frequencies.length]);
    expect(frequencies.every((f) => f > 0 && f < Infinity)).toBe(true);
    expect(zRe.every(Number.isFinite) && zIm.every(Number.isFinite)).toBe(true);
  }
}

describe("whatever a file holds, it is read soundly or refused with a reason", () => {
  it("damaged files of instruments", () => {
    const damaged = fc
      .tuple(fc.constantFrom(...files), fc.array(mutation, { minLength: 1, maxLength: 4 }))
      .map(([file, mutations]) => mutations.reduce((data, mutate) => mutate(data), file));
    fc.assert(fc.property(damaged, expectSound), { numRuns });
  });

  it("any bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 3000 }), expectSound), { numRuns });
  });

  it("any text", () => {
    const cell = fc.oneof(
      fc.double().map(String),
      fc.string({ maxLength: 12 }),
      fc.constantFrom("f", "Z'", "Z''", "|Z|", "phase", "-Im(Z)/Ohm", "freq/Hz"),
    );
    const line = fc
      .tuple(fc.array(cell, { maxLength: 6 }), fc.constantFrom(",", ";", "\t", " "))
      .map(([cells, separator]) => cells.join(separator));
    const text = fc.array(line, { maxLength: 30 }).map((lines) => new TextEncoder().encode(lines.join("\n")));
    fc.assert(fc.property(text, expectSound), { numRuns });
  });
});
