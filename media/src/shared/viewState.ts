import { useState } from "preact/hooks";
import { readKeptState, type KeptState, type Reader } from "../../../server/src/protocol/webview";
import { vscode } from "./vscodeApi";

/** Remembers what the panel is about, so that it comes back after a reload. */
export function keepSubject(subject: unknown): void {
  vscode.setState({ ...kept(), version: 1, subject } satisfies KeptState);
}

/**
 * State of a view that comes back when the page is shown again or the window reloads. Keep it small: choices of the user,
 * never data. What was kept in a shape that `read` refuses is forgotten.
 */
export function useViewState<Value>(
  name: string,
  read: Reader<Value>,
  initial: Value,
): [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => {
    try {
      return read(keptView()[name]);
    } catch {
      return initial;
    }
  });
  const change = (next: Value) => {
    setValue(next);
    vscode.setState({ ...kept(), view: { ...keptView(), [name]: next } });
  };
  return [value, change];
}

function keptView(): Readonly<Record<string, unknown>> {
  return kept()?.view ?? {};
}

function kept(): KeptState | undefined {
  try {
    return readKeptState(vscode.getState());
  } catch {
    return undefined;
  }
}
