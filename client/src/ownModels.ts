import { Uri, workspace } from "vscode";

/** A model that the user trained, in the extension's storage. */
export interface OwnModel {
  /** As its card is headed. */
  readonly name: string;
  readonly file: Uri;
  readonly card: Uri;
}

const extension = ".safetensors";

/** The folder of the models that the user trained. */
export function ownModelFolder(storage: Uri): Uri {
  return Uri.joinPath(storage, "models");
}

/** Where a model of this name lies, whether there is one or not. */
export function ownModelFile(storage: Uri, name: string): Uri {
  const plain = name.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[-.]+|[-.]+$/g, "");
  return Uri.joinPath(ownModelFolder(storage), `${plain || "model"}${extension}`);
}

/** The models that the user trained, by name. */
export async function listOwnModels(storage: Uri): Promise<OwnModel[]> {
  const folder = ownModelFolder(storage);
  const entries = await Promise.resolve(workspace.fs.readDirectory(folder)).catch(() => []);
  const files = entries.map(([name]) => name).filter((name) => name.endsWith(extension));
  const models = files.map(async (name): Promise<OwnModel> => {
    const plain = name.slice(0, -extension.length);
    const card = Uri.joinPath(folder, `${plain}.md`);
    return { name: (await heading(card)) ?? plain, file: Uri.joinPath(folder, name), card };
  });
  return (await Promise.all(models)).sort((one, other) => one.name.localeCompare(other.name));
}

/** Deletes a model with its card, into the trash where there is one. */
export async function deleteOwnModel({ file, card }: OwnModel): Promise<void> {
  await remove(file);
  await remove(card).catch(() => undefined);
}

/** Remote file systems have no trash. */
async function remove(file: Uri): Promise<void> {
  try {
    await workspace.fs.delete(file, { useTrash: true });
  } catch {
    await workspace.fs.delete(file);
  }
}

async function heading(card: Uri): Promise<string | undefined> {
  try {
    const text = new TextDecoder().decode(await workspace.fs.readFile(card));
    return /^# (.+)$/m.exec(text)?.[1];
  } catch {
    return undefined;
  }
}
