import type { ScreeningView } from "../../../server/src/protocol/screening";
import { LateInput } from "../shared/lateInput";
import { candidateColumns } from "./columns";
import { hasTerm, toggleTerm, type KnownTerm } from "./filterTerms";

export interface ToolbarProps {
  readonly view: ScreeningView;
  readonly onView: (view: ScreeningView) => void;
  /** How many were chosen in a chart; absent where nothing is chosen, and until it is known. */
  readonly chosenCount: number | undefined;
  /** What a click filters by. */
  readonly terms: readonly KnownTerm[];
  /** By their keys. */
  readonly shownColumns: ReadonlySet<string>;
  readonly onColumns: (columns: readonly string[]) => void;
  readonly onCluster: () => void;
  readonly onExport: () => void;
}

const quietMilliseconds = 250;

/** Search, filters, columns and export of the list. */
export function Toolbar({
  view,
  onView,
  chosenCount,
  terms,
  shownColumns,
  onColumns,
  onCluster,
  onExport,
}: ToolbarProps) {
  const { sort, search, filter, within } = view;
  return (
    <div class="toolbar" role="search">
      <LateInput
        type="search"
        label="Search"
        placeholder="Formula, file or block"
        value={search}
        quietMilliseconds={quietMilliseconds}
        onValue={(text) => {
          onView({ ...view, search: text });
        }}
      />
      <LateInput
        type="search"
        label="Filter"
        placeholder="pSi>0.5,novel"
        value={filter}
        quietMilliseconds={quietMilliseconds}
        onValue={(text) => {
          onView({ ...view, filter: text });
        }}
      />
      <span role="group" aria-label="Filters of the thesis" class="terms">
        {terms.map(({ term, title, hint }) => (
          <label key={term} title={hint}>
            <input
              type="checkbox"
              checked={hasTerm(filter, term)}
              onChange={() => {
                onView({ ...view, filter: toggleTerm(filter, term) });
              }}
            />
            {title}
          </label>
        ))}
      </span>
      {within !== undefined && (
        <button
          type="button"
          onClick={() => {
            onView({ sort, search, filter });
          }}
        >
          {chosenCount ?? ""} chosen in a chart {"\u2715"}
        </button>
      )}
      <ColumnChoice shown={shownColumns} onColumns={onColumns} />
      <button type="button" title="Clusters what the list shows by a descriptor" onClick={onCluster}>
        Cluster...
      </button>
      <button type="button" onClick={onExport}>
        Export List...
      </button>
    </div>
  );
}

interface ColumnChoiceProps {
  readonly shown: ReadonlySet<string>;
  readonly onColumns: (columns: readonly string[]) => void;
}

function ColumnChoice({ shown, onColumns }: ColumnChoiceProps) {
  const toggle = (key: string) => {
    onColumns(shown.has(key) ? [...shown].filter((one) => one !== key) : [...shown, key]);
  };
  return (
    <details class="menu">
      <summary>Columns</summary>
      <div>
        {candidateColumns.map(({ key, title }) => (
          <label key={key}>
            <input
              type="checkbox"
              checked={shown.has(key)}
              onChange={() => {
                toggle(key);
              }}
            />
            {title}
          </label>
        ))}
      </div>
    </details>
  );
}
