import { useEffect, useState } from "preact/hooks";
import { announce } from "../shared/announce";
import { useViewState } from "../shared/viewState";
import { noChoices, readChoices, type Choices } from "./choices";

export interface ChoiceHistory {
  readonly choices: Choices;
  readonly change: (choices: Choices) => void;
  /** Absent where there is nothing to undo. */
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
}

const mostSteps = 100;

/** The user's choices, kept over a reload, with undo and redo by button and by key. */
export function useChoices(): ChoiceHistory {
  const [choices, keep] = useViewState("choices", readChoices, noChoices);
  const [past, setPast] = useState<readonly Choices[]>([]);
  const [future, setFuture] = useState<readonly Choices[]>([]);
  const step = (from: readonly Choices[], word: string, move: (to: Choices) => void) => {
    const to = from.at(-1);
    if (to === undefined) return undefined;
    return () => {
      move(to);
      keep(to);
      announce(word);
    };
  };
  const undo = step(past, "Undone.", () => {
    setPast(past.slice(0, -1));
    setFuture([...future, choices]);
  });
  const redo = step(future, "Redone.", () => {
    setFuture(future.slice(0, -1));
    setPast([...past, choices]);
  });
  useUndoKeys(undo, redo);
  const change = (next: Choices) => {
    setPast([...past, choices].slice(-mostSteps));
    setFuture([]);
    keep(next);
  };
  return { choices, change, undo, redo };
}

function useUndoKeys(undo: ChoiceHistory["undo"], redo: ChoiceHistory["redo"]): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement && event.target.type !== "checkbox";
      if (isTyping || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      const act = key === "y" || (key === "z" && event.shiftKey) ? redo : key === "z" ? undo : undefined;
      if (act === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    document.addEventListener("keydown", listen);
    return () => {
      document.removeEventListener("keydown", listen);
    };
  }, [undo, redo]);
}
