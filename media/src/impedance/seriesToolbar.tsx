import type { ComponentChildren } from "preact";
import type { Look } from "./look";
import type { Analyses } from "./useAnalyses";
import type { History } from "./useHistory";

export interface SeriesToolbarProps {
  readonly history: History;
  readonly look: Look;
  readonly onLook: (look: Look) => void;
  readonly analyses: Analyses;
  readonly total: number;
  readonly children: ComponentChildren;
}

/** Undo, what the pointer does, what the figures show, and how far the analysis is. */
export function SeriesToolbar({ history, look, onLook, analyses, total, children }: SeriesToolbarProps) {
  const { undo, redo } = history;
  const toggles = [
    {
      key: "isExcluding",
      label: "Exclude points",
      hint: "A click or a box excludes points; else it selects and zooms",
    },
    { key: "onlyArcs", label: "Arcs only", hint: "The Nyquist plot ends beyond the arcs" },
    { key: "withOthers", label: "All spectra", hint: "The other spectra behind the selected one" },
  ] as const;
  return (
    <div class="toolbar" role="toolbar" aria-label="Series">
      <button type="button" disabled={!undo} title="Ctrl+Z" onClick={undo}>
        Undo
      </button>
      <button type="button" disabled={!redo} title="Ctrl+Y" onClick={redo}>
        Redo
      </button>
      {(total > 0 ? toggles : []).map(({ key, label, hint }) => (
        <button
          key={key}
          type="button"
          aria-pressed={look[key]}
          title={hint}
          onClick={() => {
            onLook({ ...look, [key]: !look[key] });
          }}
        >
          {label}
        </button>
      ))}
      {children}
      {analyses.done < total && (
        <>
          <progress aria-label="Progress" value={analyses.done} max={total} />
          <span>
            {analyses.done} of {total}
          </span>
          <button type="button" onClick={analyses.isPaused ? analyses.resume : analyses.cancel}>
            {analyses.isPaused ? "Continue" : "Cancel"}
          </button>
        </>
      )}
    </div>
  );
}
