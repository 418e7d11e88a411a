import { QuickPickItemKind, window, type QuickPickItem } from "vscode";
import {
  readHyperparameters,
  typedValue,
  type Hyperparameter,
  type Hyperparameters,
} from "../../../server/src/protocol/hyperparameters";

interface HyperparameterItem extends QuickPickItem {
  readonly declared?: Hyperparameter;
}

type Texts = Readonly<Record<string, string>>;

const done = "Take these";

/** The hyper-parameters of a descriptor: the defaults, until the user changes a line. Nothing where they gave up. */
export async function askForHyperparameters(
  declared: readonly Hyperparameter[],
  title: string,
): Promise<Hyperparameters | undefined> {
  let texts: Texts = {};
  while (declared.length > 0) {
    const separator = { label: "", kind: QuickPickItemKind.Separator };
    const items = [{ label: done }, separator, ...declared.map((one) => itemOf(one, texts))];
    const choice = await window.showQuickPick<HyperparameterItem>(items, {
      title,
      placeHolder: "A line changes it",
      ignoreFocusOut: true,
    });
    if (!choice) return undefined;
    if (!choice.declared) break;
    texts = { ...texts, ...(await askForOne(choice.declared, texts, title)) };
  }
  const read = readHyperparameters(declared, texts);
  return read.ok ? read.chosen : undefined;
}

function itemOf(declared: Hyperparameter, texts: Texts): HyperparameterItem {
  const { name, meaning } = declared;
  return {
    label: name,
    description: valueIn(texts, declared) || "by the structure",
    detail: meaning,
    declared,
  };
}

function valueIn(texts: Texts, { name, usual }: Hyperparameter): string {
  return texts[name] ?? typedValue(usual);
}

/** Nothing where the user left it as it was. */
async function askForOne(declared: Hyperparameter, texts: Texts, title: string): Promise<Texts> {
  const { name, meaning, values, allowed } = declared;
  const about = { title: `${title}: ${name}`, ignoreFocusOut: true };
  const text =
    values.kind === "choice"
      ? await window.showQuickPick(values.choices, { ...about, placeHolder: meaning })
      : await window.showInputBox({
          ...about,
          prompt: `${meaning}: ${allowed}.`,
          value: valueIn(texts, declared),
          validateInput: (entered) => problemOf(declared, entered),
        });
  return text === undefined ? {} : { [name]: text.trim() };
}

function problemOf(declared: Hyperparameter, text: string): string | undefined {
  const read = readHyperparameters([declared], { [declared.name]: text });
  return read.ok ? undefined : read.problems[declared.name];
}
