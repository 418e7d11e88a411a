import { Disposable, languages, LanguageStatusSeverity, type LanguageStatusItem } from "vscode";
import type { ModelStatus } from "../../../server/src/protocol/modelStatus";
import type { LanguageServer } from "../languageServer";

/** Shows in the language status of CIF files which model answers, and whether it can. */
export function showLanguageStatus(server: LanguageServer): Disposable {
  const item = languages.createLanguageStatusItem("superion.model", { language: "cif" });
  item.name = "Superion model";
  item.command = { command: "superion.chooseModel", title: "Choose Model" };
  show(item, { state: "loading" });
  const listening = server.onDidChangeModelStatus((status) => {
    show(item, status);
  });
  return Disposable.from(item, listening);
}

function show(item: LanguageStatusItem, status: ModelStatus): void {
  item.busy = status.state === "loading";
  item.severity =
    status.state === "failed" ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
  switch (status.state) {
    case "loading":
      item.text = "Superion: loading the model";
      item.detail = "";
      break;
    case "ready":
      item.text = `$(beaker) ${status.name}`;
      item.detail = `Superion: ${status.members} models on ${status.parent}`;
      break;
    case "failed":
      item.text = "Superion: no model";
      item.detail = status.reason;
  }
}
