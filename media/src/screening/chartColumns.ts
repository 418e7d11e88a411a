import { useEffect, useRef, useState } from "preact/hooks";
import { decodeFloats } from "../../../server/src/protocol/binary";
import type { ChartColumn } from "../../../server/src/protocol/screening";
import type {
  ScreeningPanelEvent,
  ScreeningPanelRequests,
} from "../../../server/src/protocol/screeningPanel";
import type { Host } from "../shared/host";

/** The host of this panel. */
export type ScreeningHost = Host<ScreeningPanelRequests, ScreeningPanelEvent>;

const drawn = ["pSi", "deviation", "dTraining", "ordered", "pc1", "pc2"] as const satisfies ChartColumn[];

/** What the charts are drawn from, by row; NaN where a row has no value. */
export interface ChartColumns extends Readonly<Record<(typeof drawn)[number], Float32Array>> {
  readonly formulas: readonly string[];
}

export const noColumns: ChartColumns = columnsOf(() => new Float32Array(), []);

/**
 * The columns for charts. While a screening runs, only rows that are new are fetched.
 *
 * @param opened how often the list was opened anew
 * @param rows how many rows there are
 */
export function useChartColumns(host: ScreeningHost, opened: number, rows: number): ChartColumns {
  const [columns, setColumns] = useState(noColumns);
  const known = useRef({ opened, columns: noColumns });
  useEffect(() => {
    let isCurrent = true;
    if (known.current.opened !== opened) known.current = { opened, columns: noColumns };
    const before = known.current.columns;
    const from = before.pSi.length;
    if (rows > from)
      void host.request("columns", { columns: [...drawn], texts: ["formula"], from }).then((result) => {
        if (!isCurrent || result.kind === "refused") return;
        const news = result.columns.map(decodeFloats);
        const joined = columnsOf(
          (name, place) => join(before[name], news[place] ?? new Float32Array()),
          [...before.formulas, ...(result.texts[0] ?? [])],
        );
        known.current = { opened, columns: joined };
        setColumns(joined);
      });
    return () => {
      isCurrent = false;
    };
  }, [host, opened, rows]);
  return columns;
}

function columnsOf(
  make: (name: (typeof drawn)[number], place: number) => Float32Array,
  formulas: readonly string[],
): ChartColumns {
  const of = (name: (typeof drawn)[number]) => make(name, drawn.indexOf(name));
  return {
    pSi: of("pSi"),
    deviation: of("deviation"),
    dTraining: of("dTraining"),
    ordered: of("ordered"),
    pc1: of("pc1"),
    pc2: of("pc2"),
    formulas,
  };
}

function join(one: Float32Array, other: Float32Array): Float32Array {
  const joined = new Float32Array(one.length + other.length);
  joined.set(one);
  joined.set(other, one.length);
  return joined;
}
