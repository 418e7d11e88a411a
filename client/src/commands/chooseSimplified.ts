import { Uri, window, type QuickPickItem } from "vscode";
import {
  representationName,
  representations,
  type Representation,
} from "../../../server/src/protocol/simplification";
import { simplifiedSource, type SimplifiedSource } from "../simplifiedUri";

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

/**
 * Asks which representation of which structure is wanted. Arguments are those of a code lens: the document's URI and the
 * code of the data block; without them the active editor counts. `undefined` when the user turned away.
 */
export async function chooseSimplified(args: readonly unknown[]): Promise<SimplifiedSource | undefined> {
  const [uriArgument, blockArgument] = args;
  const uri = toUri(uriArgument) ?? activeSource();
  if (uri === undefined) throw new Error("Open a CIF file first: the command acts on the active editor.");
  const choice = await window.showQuickPick(choices, {
    title: "Simplified representation",
    placeHolder: "Which representation of the structure?",
    matchOnDescription: true,
  });
  const block = typeof blockArgument === "string" ? blockArgument : undefined;
  return choice && { uri, block, as: choice.as };
}

function toUri(value: unknown): Uri | undefined {
  if (value instanceof Uri) return value;
  return typeof value === "string" ? Uri.parse(value) : undefined;
}

/** The CIF document of the active editor; for a simplified document, that from which it was made. */
function activeSource(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== "cif") return undefined;
  return simplifiedSource(document.uri)?.uri ?? document.uri;
}
