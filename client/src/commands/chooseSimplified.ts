import { window, type QuickPickItem } from "vscode";
import {
  representationName,
  representations,
  type Representation,
} from "../../../server/src/protocol/simplification";
import type { SimplifiedSource } from "../simplifiedUri";
import { cifSource } from "./activeCif";

type Choice = QuickPickItem & { readonly as: Representation };

const descriptions: Record<Representation, string> = {
  CAMNS: "Cations become Al, anions S, neutral atoms Mg; lithium stays. The model reads this one.",
  CANS: "As CAMNS, without lithium.",
  CAMN: "The structure as it is.",
  CAN: "Without lithium.",
  am: "Anions become S beside lithium; cations and neutral atoms go.",
  a: "Anions alone, as S.",
  "camn-40": "As CAMNS, scaled to 40 Å³ an anion.",
  "can-40": "As CANS, scaled to 40 Å³ an anion.",
  "am-40": "As AM, scaled to 40 Å³ an anion.",
  "a-40": "As A, scaled to 40 Å³ an anion.",
};
const choices = representations.map((as): Choice => ({
  as,
  label: representationName(as),
  description: descriptions[as],
}));

/** Asks which representation of a structure is wanted, see {@link cifSource}; `undefined` when the user turned away. */
export async function chooseSimplified(args: readonly unknown[]): Promise<SimplifiedSource | undefined> {
  const source = cifSource(args);
  const choice = await window.showQuickPick(choices, {
    title: "Simplified representation",
    placeHolder: "Which representation of the structure?",
    matchOnDescription: true,
  });
  return choice && { ...source, as: choice.as };
}
