import { expect, it } from "vitest";
import { accessible } from "../../../server/src/migration/accessible";

it("the accessible share rises from the lowest point to all that lies below the highest energy", () => {
  const values = Float32Array.of(-1, 0, 0, 1, 9);
  const { energies, shares } = accessible({ shape: [5, 1, 1], values, minimum: -1 }, 2);
  expect(energies[0]).toBe(0);
  expect(energies.at(-1)).toBe(2);
  expect(shares[0]).toBe(1 / 5);
  expect(shares[energies.indexOf(1) - 1]).toBe(1 / 5);
  expect(shares[energies.indexOf(1)]).toBe(3 / 5);
  expect(shares.at(-1)).toBe(4 / 5);
});
