import { QuickPickItemKind, window, type QuickPickItem } from "vscode";
import { chooseModelSetting, chosenModel } from "../modelSetting";
import { listOwnModels } from "../ownModels";
import type { CommandContext } from "./registry";
import { trainOnMeasurements } from "./trainOnMeasurements";

type Choice = QuickPickItem & { readonly model?: string; readonly train?: boolean };

const shipped: readonly Choice[] = [
  { label: "Superion", model: "superion", description: "Ships with Superion, tells the conductivity too" },
  {
    label: "Thesis",
    model: "thesis",
    description: "Ships with Superion, an ensemble of 100 neural networks",
  },
];

/** Sets which model gives P_SI: the argument names it, else the user chooses among those that ship and own ones. */
export async function chooseModel(context: CommandContext, ...args: readonly unknown[]): Promise<void> {
  const [asked] = args;
  if (typeof asked === "string") {
    await chooseModelSetting(asked);
    return;
  }
  const choice = await window.showQuickPick(choices(context), {
    title: "Choose the model that gives P_SI",
    matchOnDescription: true,
  });
  if (choice?.train === true) await trainOnMeasurements(context);
  else if (choice?.model !== undefined) await chooseModelSetting(choice.model);
}

async function choices({ storage }: CommandContext): Promise<Choice[]> {
  const own = (await listOwnModels(storage)).map(({ name, file }): Choice => ({
    label: name,
    model: file.fsPath,
    description: "Trained on your measurements",
  }));
  const current = chosenModel();
  const models = [...shipped, ...own];
  const elsewhere: Choice[] = models.some(({ model }) => model === current)
    ? []
    : [{ label: current, model: current, description: "From the settings" }];
  return [
    ...[...models, ...elsewhere].map((choice) =>
      choice.model === current ? { ...choice, detail: "$(check) In use" } : choice,
    ),
    { label: "", kind: QuickPickItemKind.Separator },
    { label: "Train on My Measurements...", train: true },
  ];
}
