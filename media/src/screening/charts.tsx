import { useEffect, useMemo, useState } from "preact/hooks";
import type { ChartColumn, ColumnRange, TrainingMapResult } from "../../../server/src/protocol/screening";
import { Figure } from "../shared/figure/figure";
import type { Point } from "../shared/figure/figureSpec";
import type { Range, View } from "../shared/figure/view";
import { useChartColumns, type ScreeningHost } from "./chartColumns";
import { distanceFigure, histogramFigure, mapFigure } from "./figures";
import { binsFrom, rangeOfBin } from "./histogram";
import { rowsOf } from "./rowSet";

export interface ChartsProps {
  readonly host: ScreeningHost;
  /** How often the list was opened anew. */
  readonly opened: number;
  readonly rows: number;
  /** By index 1 for the rows that filter and search let through; absent for all. */
  readonly shown: Float32Array | undefined;
  /** By index 1 for those of them that were chosen in a chart; absent where nothing is chosen. */
  readonly chosen: Float32Array | undefined;
  readonly selected: number | undefined;
  /** Whether a box chooses what lies in it; else it is zoomed to. */
  readonly boxChooses: boolean;
  readonly onBoxChooses: (chooses: boolean) => void;
  readonly onSelect: (row: number) => void;
  /** Told what a bar or a box holds. */
  readonly onChoose: (within: readonly ColumnRange[]) => void;
}

const bins = binsFrom(0, 25);
const highEnd = binsFrom(0.5, 25);

/** The three charts of a screening: figures 4.7a, 4.7b and C.2 of the thesis. */
export function Charts(props: ChartsProps) {
  const { host, opened, shown, chosen, boxChooses, onBoxChooses, onSelect, onChoose } = props;
  const columns = useChartColumns(host, opened, props.rows);
  const training = useTrainingMap(host, opened);
  const selected = useSettled(props.selected);
  const rows = useMemo(() => {
    const count = columns.pSi.length;
    const isShown = selected !== undefined && (shown === undefined || shown[selected] === 1);
    return {
      shown: rowsOf(count, shown),
      chosen: chosen ? rowsOf(count, chosen) : [],
      selected: isShown ? selected : undefined,
    };
  }, [columns, shown, chosen, selected]);
  const histogram = useMemo(() => histogramFigure(columns, rows, bins, highEnd), [columns, rows]);
  const distance = useMemo(() => distanceFigure(columns, rows), [columns, rows]);
  const map = useMemo(() => mapFigure(columns, training, rows), [columns, training, rows]);
  const pick = ({ id }: Point) => {
    if (id !== undefined) onSelect(id);
  };
  const pickBar = ({ id = 0 }: Point) => {
    onChoose([id < bins.count ? rangeOfBin(bins, id) : rangeOfBin(highEnd, id - bins.count)]);
  };
  const boxed = (x: ChartColumn, y?: ChartColumn) =>
    boxChooses
      ? (view: View) => {
          onChoose([rangeOf(x, view.x), ...(y === undefined ? [] : [rangeOf(y, view.y)])]);
        }
      : undefined;
  return (
    <section aria-label="Charts">
      <div class="toolbar">
        <button
          type="button"
          aria-pressed={boxChooses}
          title="A box over a chart chooses the compounds in it; else it zooms"
          onClick={() => {
            onBoxChooses(!boxChooses);
          }}
        >
          Choose by Box
        </button>
      </div>
      <div class="figures">
        <Figure spec={histogram} host={host} onPick={pickBar} onBox={boxed("pSi")} />
        <Figure spec={distance} host={host} onPick={pick} onBox={boxed("dTraining", "pSi")} />
        <Figure spec={map} host={host} onPick={pick} onBox={boxed("pc1", "pc2")} />
      </div>
    </section>
  );
}

function rangeOf(column: ChartColumn, [from, to]: Range): ColumnRange {
  return { column, from, to };
}

const quietMilliseconds = 150;

/** A value once it has stayed for a while: charts of many points are not drawn for each row that the keys pass. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, quietMilliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return settled;
}

function useTrainingMap(host: ScreeningHost, opened: number): TrainingMapResult | undefined {
  const [training, setTraining] = useState<TrainingMapResult>();
  useEffect(() => {
    if (opened > 0) void host.request("trainingMap", null).then(setTraining);
  }, [host, opened]);
  return training;
}
