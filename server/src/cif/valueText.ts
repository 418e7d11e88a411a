import type { CifValue } from "./document";

/** The text of a value, without its quotes; `undefined` for what is unknown, inapplicable, absent, or no text. */
export function valueText(value: CifValue | undefined): string | undefined {
  return value && "text" in value ? value.text : undefined;
}
