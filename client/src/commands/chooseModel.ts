import { QuickPickItemKind, ThemeIcon, window, type QuickInputButton, type QuickPickItem } from "vscode";
import { defaultSettings } from "../../../server/src/protocol/settings";
import { chooseModelSetting, chosenModel } from "../modelSetting";
import { deleteOwnModel, listOwnModels, type OwnModel } from "../ownModels";
import type { CommandContext } from "./command";
import { trainOnMeasurements } from "./trainOnMeasurements";

type Choice = QuickPickItem & { readonly model?: string; readonly train?: boolean; readonly own?: OwnModel };

interface Picked {
  readonly choice: Choice;
  /** The button behind the choice was pressed, not the choice itself. */
  readonly deletes: boolean;
}

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
  const picked = await pickModel(context);
  if (!picked) return;
  const { choice, deletes } = picked;
  if (deletes && choice.own) await confirmDeletion(choice.own);
  else if (choice.train === true) await trainOnMeasurements(context);
  else if (choice.model !== undefined) await chooseModelSetting(choice.model);
}

/** What the user picks; models of their own can be deleted on the way. */
function pickModel(context: CommandContext): Promise<Picked | undefined> {
  const pick = window.createQuickPick<Choice>();
  pick.title = "Choose the model that gives P_SI";
  pick.matchOnDescription = true;
  pick.busy = true;
  const fill = async () => {
    pick.items = await choices(context);
    pick.busy = false;
  };
  return new Promise<Picked | undefined>((resolve, reject) => {
    const end = (choice: Choice | undefined, deletes: boolean) => {
      resolve(choice && { choice, deletes });
      pick.hide();
    };
    pick.onDidAccept(() => {
      end(pick.selectedItems[0], false);
    });
    pick.onDidTriggerItemButton(({ item }) => {
      end(item, true);
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    fill().catch(reject);
  });
}

async function confirmDeletion(model: OwnModel): Promise<void> {
  const question = `Delete the model "${model.name}" with its card?`;
  const detail = "Your table of measurements stays where it is; the model can be trained anew from it.";
  const answer = await window.showWarningMessage(question, { modal: true, detail }, "Delete");
  if (answer === undefined) return;
  await deleteOwnModel(model);
  if (chosenModel() === model.file.fsPath) await chooseModelSetting(defaultSettings.model);
}

async function choices({ storage }: CommandContext): Promise<Choice[]> {
  const deleteButton: QuickInputButton = { iconPath: new ThemeIcon("trash"), tooltip: "Delete This Model" };
  const own = (await listOwnModels(storage)).map((model): Choice => ({
    label: model.name,
    model: model.file.fsPath,
    description: "Trained on your measurements",
    buttons: [deleteButton],
    own: model,
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
