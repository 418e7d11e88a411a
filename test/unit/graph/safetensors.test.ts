import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromHalf, toHalf } from "../../../server/src/graph/float16";
import { readSafetensors, writeSafetensors, type TensorFile } from "../../../server/src/graph/safetensors";

const half = (value: number) => fromHalf(toHalf(value));

describe("half precision", () => {
  it("has the bits of IEEE 754 binary16", () => {
    // Values of the standard: one, the largest, the smallest normal and subnormal numbers, a third, two, infinity.
    for (const [bits, value] of [
      [0x3c00, 1],
      [0x7bff, 65504],
      [0x0400, 2 ** -14],
      [0x0001, 2 ** -24],
      [0x3555, 0.333251953125],
      [0xc000, -2],
      [0x7c00, Infinity],
      [0x8000, -0],
    ] as const) {
      expect(fromHalf(bits)).toBe(value);
      expect(toHalf(value)).toBe(bits);
    }
    expect(half(NaN)).toBeNaN();
    expect(half(65519)).toBe(65504);
    expect(half(65520)).toBe(Infinity);
  });

  it("gives back every number that it can hold", () => {
    for (let bits = 0; bits < 0x10000; bits++)
      if (!Number.isNaN(fromHalf(bits))) expect(toHalf(fromHalf(bits))).toBe(bits);
  });

  it("is the nearest of its numbers, the even one of two that are as near", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 0x7bfe }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (bits, share) => {
          const [below, above] = [fromHalf(bits), fromHalf(bits + 1)];
          const value = Math.fround(below + share * (above - below));
          const middle = (below + above) / 2;
          const nearest = value < middle ? bits : value > middle ? bits + 1 : bits + (bits % 2);
          expect(toHalf(value)).toBe(nearest);
          expect(toHalf(-value) & 0x7fff).toBe(nearest);
        },
      ),
    );
  });
});

describe("a safetensors file", () => {
  const file: TensorFile = {
    metadata: { note: "ångström" },
    tensors: new Map([
      ["odd", { shape: [3], values: Float32Array.of(0.1, -2, 3), type: "F16" }],
      ["single", { shape: [2, 2], values: Float32Array.of(0.1, 0.2, 0.3, 0.4), type: "F32" }],
    ]),
  };

  it("gives back single precision exactly and half precision to its eleven bits", () => {
    const { metadata, tensors } = readSafetensors(writeSafetensors(file));
    expect(metadata).toEqual(file.metadata);
    expect(tensors.get("single")).toEqual(file.tensors.get("single"));
    expect(tensors.get("odd")).toEqual({
      shape: [3],
      values: Float32Array.of(half(0.1), -2, 3),
      type: "F16",
    });
  });

  it("is refused with a reason where it is cut short or holds numbers of another type", () => {
    const bytes = writeSafetensors(file);
    for (const end of [4, 40, bytes.length - 1]) expect(() => readSafetensors(bytes.slice(0, end))).toThrow();
    const header = new TextDecoder("latin1").decode(bytes);
    const other = Uint8Array.from(header.replace('"F16"', '"I16"'), (letter) => letter.charCodeAt(0));
    expect(() => readSafetensors(other)).toThrow("odd is of type I16");
  });
});
