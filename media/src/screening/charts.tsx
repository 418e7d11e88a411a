import { useEffect, useMemo, useState } from "preact/hooks";
import type { TrainingMapResult } from "../../../server/src/protocol/screening";
import { Figure } from "../shared/figure/figure";
import type { Point } from "../shared/figure/figureSpec";
import { useChartColumns, type ScreeningHost } from "./chartColumns";
import { distanceFigure, histogramFigure, mapFigure } from "./figures";
import { countPSi, rowsInBin } from "./histogram";

export interface ChartsProps {
  readonly host: ScreeningHost;
  /** How often the list was opened anew. */
  readonly opened: number;
  readonly rows: number;
  readonly selected: number | undefined;
  readonly onSelect: (row: number) => void;
  /** Told the rows of a bar that was picked. */
  readonly onChoose: (rows: readonly number[]) => void;
}

const bins = 25;
const highEnd = { from: 0.5, bins: 25 };

/** The three charts of a screening: figures 4.7a, 4.7b and C.2 of the thesis. */
export function Charts({ host, opened, rows, selected, onSelect, onChoose }: ChartsProps) {
  const columns = useChartColumns(host, opened, rows);
  const training = useTrainingMap(host, opened);
  const settled = useSettled(selected);
  const marked = useMemo(() => (settled === undefined ? [] : [settled]), [settled]);
  const all = useMemo(() => countPSi(columns.pSi, columns.ordered, 0, bins), [columns]);
  const high = useMemo(() => countPSi(columns.pSi, columns.ordered, highEnd.from, highEnd.bins), [columns]);
  const histogram = useMemo(() => histogramFigure(all, high), [all, high]);
  const distance = useMemo(() => distanceFigure(columns, marked), [columns, marked]);
  const map = useMemo(() => mapFigure(columns, training, marked), [columns, training, marked]);
  const pick = ({ id }: Point) => {
    if (id !== undefined) onSelect(id);
  };
  const pickBar = (bar: Point) => {
    onChoose(rowsInBin(columns.pSi, all, Math.floor((bar.x - all.from) / all.width)));
  };
  return (
    <div class="figures">
      <Figure spec={histogram} host={host} onPick={pickBar} />
      <Figure spec={distance} host={host} onPick={pick} />
      <Figure spec={map} host={host} onPick={pick} />
    </div>
  );
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
