import { useEffect, useRef, useState } from "preact/hooks";
import type { ChangeCellParams } from "../../../server/src/protocol/cellFile";
import type { FileReplacement } from "../../../server/src/protocol/impedancePanel";
import { announce } from "../shared/announce";
import { useViewState } from "../shared/viewState";
import { noChoices, readChoices, type Choices } from "./choices";
import type { ImpedanceHost } from "./useAnswers";

/** What the user changed: choices of the panel, or a cell file. */
type Step =
  | { readonly kind: "choices"; readonly before: Choices; readonly after: Choices }
  | { readonly kind: "cell"; readonly file: FileReplacement };

export interface History {
  readonly choices: Choices;
  readonly change: (choices: Choices) => void;
  readonly changeCell: (change: ChangeCellParams) => void;
  /** Absent where there is nothing to undo. */
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  /** Asks for something else, after what was asked before. */
  readonly attempt: (act: () => Promise<unknown>) => void;
  /** Why the last request failed. */
  readonly refusal: string | undefined;
}

const mostSteps = 100;

/** The user's choices, kept over a reload, and changes of cell files; with undo and redo by button and by key. */
export function useHistory(host: ImpedanceHost): History {
  const [choices, keep] = useViewState("choices", readChoices, noChoices);
  const [past, setPast] = useState<readonly Step[]>([]);
  const [future, setFuture] = useState<readonly Step[]>([]);
  const { attempt, refusal } = useAttempts();
  const add = (step: Step) => {
    setPast((steps) => [...steps, step].slice(-mostSteps));
    setFuture([]);
  };
  const forget = (step: Step) => {
    setPast((steps) => steps.filter((one) => one !== step));
    setFuture((steps) => steps.filter((one) => one !== step));
  };
  const go = (step: Step, isBack: boolean) => {
    if (step.kind === "choices") keep(isBack ? step.before : step.after);
    else
      attempt(
        () => host.request("replaceCell", isBack ? reversed(step.file) : step.file),
        () => {
          forget(step);
        },
      );
    announce(isBack ? "Undone." : "Redone.");
  };
  const [last, next] = [past.at(-1), future.at(-1)];
  const undo =
    last &&
    (() => {
      setPast(past.slice(0, -1));
      setFuture([...future, last]);
      go(last, true);
    });
  const redo =
    next &&
    (() => {
      setFuture(future.slice(0, -1));
      setPast([...past, next]);
      go(next, false);
    });
  useUndoKeys(undo, redo);
  return {
    choices,
    change(after) {
      add({ kind: "choices", before: choices, after });
      keep(after);
    },
    changeCell(change) {
      attempt(async () => {
        add({ kind: "cell", file: await host.request("changeCell", change) });
      });
    },
    undo,
    redo,
    attempt,
    refusal,
  };
}

function reversed({ path, before, after }: FileReplacement): FileReplacement {
  return { path, before: after, after: before };
}

/** Asks one after another, so that no change of a file overtakes the one before it. */
function useAttempts() {
  const [refusal, setRefusal] = useState<string>();
  const last = useRef<Promise<void>>(Promise.resolve());
  const attempt = (act: () => Promise<unknown>, onRefusal?: () => void) => {
    last.current = last.current.then(act).then(
      () => {
        setRefusal(undefined);
      },
      (error: unknown) => {
        setRefusal(error instanceof Error ? error.message : String(error));
        onRefusal?.();
      },
    );
  };
  return { attempt, refusal };
}

function useUndoKeys(undo: History["undo"], redo: History["redo"]): void {
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
