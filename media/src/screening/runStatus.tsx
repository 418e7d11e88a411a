import { duration } from "../../../server/src/protocol/duration";
import type { OpenScreeningResult, ScreeningOutcome } from "../../../server/src/protocol/screening";
import type { OpenedScreening } from "../../../server/src/protocol/screeningPanel";
import type { ScreeningHost } from "./chartColumns";

/** How the screening goes or went, with what the user can do about it. */
export function RunStatus({
  opened,
  host,
}: {
  readonly opened: OpenedScreening;
  readonly host: ScreeningHost;
}) {
  if (opened.state === "running") return <Running progress={opened.progress} host={host} />;
  if (opened.opened.kind === "refused") return <p class="notice">{opened.opened.reason}</p>;
  return <Opened opened={opened.opened} outcome={opened.outcome} host={host} />;
}

interface OpenedProps {
  readonly opened: Extract<OpenScreeningResult, { kind: "opened" }>;
  readonly outcome: ScreeningOutcome | null;
  readonly host: ScreeningHost;
}

function Opened({ opened: { header, isFinished, rows, notices }, outcome, host }: OpenedProps) {
  const made = header === null ? "" : `, ${header.model.name}`;
  return (
    <div class="toolbar">
      <span>
        {rows} compounds{isFinished ? made : "; not finished"}
      </span>
      <button
        type="button"
        class={isFinished ? "" : "primary"}
        title="Screens what is new or changed"
        onClick={() => void host.request("resume", null)}
      >
        Resume
      </button>
      {outcome !== null && outcome.kind !== "refused" && outcome.summary.problems.length > 0 && (
        <details class="menu">
          <summary>{outcome.summary.problems.length} files not read</summary>
          <ul>
            {outcome.summary.problems.map(({ file, message }) => (
              <li key={file}>
                {file}: {message}
              </li>
            ))}
          </ul>
        </details>
      )}
      {notices.map((notice) => (
        <span key={notice} class="notice">
          {notice}
        </span>
      ))}
    </div>
  );
}

type RunningState = Extract<OpenedScreening, { state: "running" }>;

function Running({ progress, host }: Pick<RunningState, "progress"> & { readonly host: ScreeningHost }) {
  const { done = 0, total = null } = progress?.barriers ?? progress ?? {};
  return (
    <div class="toolbar">
      <progress aria-label="Progress" value={total === null ? undefined : done} max={total ?? 1} />
      <span>{progress === null ? "Starting" : progressText(progress)}</span>
      <button type="button" onClick={() => void host.request("cancel", null)}>
        Cancel
      </button>
    </div>
  );
}

function progressText({
  state,
  done,
  total,
  rate,
  secondsLeft,
  barriers,
}: NonNullable<RunningState["progress"]>): string {
  if (barriers) return `${barriers.done} of ${barriers.total} activation energies`;
  const counts = total === null ? `${done} compounds` : `${done} of ${total} compounds`;
  const speed = rate === null ? "" : `, ${rate < 10 ? rate.toFixed(1) : rate.toFixed(0)} a second`;
  const left = secondsLeft === null ? "" : `, ${duration(secondsLeft)} left`;
  const words = {
    listing: "Looking for files",
    running: "",
    grouping: "Looking for duplicates",
    writing: "Writing",
    barriers: "Activation energies",
  };
  return [words[state], counts + speed + left].filter((text) => text !== "").join(": ");
}
