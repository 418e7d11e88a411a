import { commands, QuickPickItemKind, window, type InputBoxOptions, type QuickPickItem } from "vscode";
import { slurmSettings, type SlurmResources } from "../screeningSettings";

type Asked = "shards" | "cpus" | "partition" | "time" | "memory";

interface Question {
  readonly title: string;
  readonly prompt: string;
  /** What a value has to look like. */
  readonly form: RegExp;
}

const wholeNumber = /^[1-9]\d{0,4}$/;

const questions: Readonly<Record<Asked, Question>> = {
  shards: { title: "Shards", prompt: "Tasks of the job array.", form: wholeNumber },
  partition: { title: "Partition", prompt: "Empty: the partition that the cluster takes.", form: /^\S*$/ },
  time: {
    title: "Time",
    prompt: "Wall time of a shard, such as 4:00:00. Empty: what the cluster gives.",
    form: /^(\d+-)?\d*(:\d\d){0,2}$/,
  },
  memory: {
    title: "Memory",
    prompt: "Of a shard, such as 8G. Empty: what the cluster gives.",
    form: /^(\d+[KMGT]?)?$/i,
  },
  cpus: { title: "Cores", prompt: "Of a shard.", form: wholeNumber },
};
const asked: readonly Asked[] = ["shards", "partition", "time", "memory", "cpus"];

interface ResourceItem extends QuickPickItem {
  readonly question?: Asked;
  readonly act?: "submit" | "settings";
}

/** What to ask Slurm for: the settings, until the user changes a line. Nothing where they gave up. */
export async function askForResources(): Promise<SlurmResources | undefined> {
  let resources = slurmSettings();
  for (;;) {
    const choice = await window.showQuickPick(itemsOf(resources), {
      title: "Submit screening to Slurm",
      placeHolder: "Enter submits; a line below changes it",
      ignoreFocusOut: true,
    });
    if (choice?.act === "submit") return resources;
    if (choice?.act === "settings")
      await commands.executeCommand("workbench.action.openSettings", "superion.slurm");
    if (choice?.question === undefined) return undefined;
    resources = await withAnswer(resources, choice.question);
  }
}

function itemsOf(resources: SlurmResources): ResourceItem[] {
  const { shards, modules } = resources;
  const detail = modules.length === 0 ? {} : { detail: `Modules: ${modules.join(", ")}` };
  return [
    { label: `Submit ${shards} ${shards === 1 ? "shard" : "shards"}`, act: "submit", ...detail },
    { label: "", kind: QuickPickItemKind.Separator },
    ...asked.map((question): ResourceItem => ({
      label: questions[question].title,
      description: String(resources[question]) || "as the cluster has it",
      question,
    })),
    { label: "Change the Defaults...", act: "settings" },
  ];
}

async function withAnswer(resources: SlurmResources, question: Asked): Promise<SlurmResources> {
  const { title, prompt, form } = questions[question];
  const options: InputBoxOptions = {
    title: `Submit screening to Slurm: ${title.toLowerCase()}`,
    prompt,
    value: String(resources[question]),
    ignoreFocusOut: true,
    validateInput: (text) => (form.test(text.trim()) ? undefined : prompt),
  };
  const text = (await window.showInputBox(options))?.trim();
  if (text === undefined) return resources;
  const isNumber = question === "shards" || question === "cpus";
  return { ...resources, [question]: isNumber ? Number(text) : text };
}
