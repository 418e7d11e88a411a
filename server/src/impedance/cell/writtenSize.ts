import { parse } from "jsonc-parser";
import type { WrittenQuantity } from "./writeCell";

export interface WrittenSize {
  readonly thickness: WrittenQuantity | null;
  readonly diameter: WrittenQuantity | null;
  readonly area: WrittenQuantity | null;
  readonly mass: WrittenQuantity | null;
  readonly density: WrittenQuantity | null;
}

/** Size and mass in a cell file in the units of who wrote it; `null` for what is absent or no quantity. */
export function writtenSize(text: string): WrittenSize {
  const root: unknown = parse(text, [], { allowTrailingComma: true });
  const quantity = (key: string): WrittenQuantity | null => {
    const entries = entriesOf(entriesOf(root).get(key));
    const [value, uncertainty, unit] = ["value", "uncertainty", "unit"].map((name) => entries.get(name));
    if (typeof value !== "number" || typeof unit !== "string") return null;
    return typeof uncertainty === "number" ? { value, uncertainty, unit } : { value, unit };
  };
  return {
    thickness: quantity("thickness"),
    diameter: quantity("diameter"),
    area: quantity("area"),
    mass: quantity("mass"),
    density: quantity("density"),
  };
}

function entriesOf(value: unknown): Map<string, unknown> {
  return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
}
