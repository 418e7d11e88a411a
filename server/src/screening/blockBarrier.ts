import { decodeCif } from "../cif/decode";
import { parseCif } from "../cif/parser";
import { activationEnergy } from "../migration/activationEnergy";
import { lithium } from "../migration/ion";
import type { ScreeningBarrier } from "../protocol/screening";
import { crystalBlocks } from "./crystalBlocks";
import type { BlockToScreen } from "./screener";

/** What lithium has to overcome in one of the crystals of a piece of a file. @param part which of its rows. */
export function blockBarrier({ bytes, isWholeFile }: BlockToScreen, part: number): ScreeningBarrier {
  const structure = crystalBlocks(parseCif(decodeCif(bytes).text), isWholeFile)[part]?.structure;
  if (!structure) return { activationEnergy: null, reason: "There is no structure." };
  const found = activationEnergy(structure, lithium);
  if (!found.ok) return { activationEnergy: null, reason: sentence(found.reason) };
  return { activationEnergy: Number(found.energy.toFixed(4)), reason: null };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith(".") ? "" : "."}`;
}
