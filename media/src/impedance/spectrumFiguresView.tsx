import { useMemo } from "preact/hooks";
import type {
  AnalysedSpectrum,
  InspectedSpectrum,
  ReadSpectrum,
  SpectrumChoices,
} from "../../../server/src/protocol/impedance";
import { Figure } from "../shared/figure/figure";
import type { FigureSpec, Point } from "../shared/figure/figureSpec";
import { contains, type View } from "../shared/figure/view";
import { LateInput } from "../shared/lateInput";
import { numberIn } from "./numberIn";
import type { Look } from "./seriesView";
import {
  linKkFigure,
  modulusFigure,
  nyquistFigure,
  phaseFigure,
  relaxationFigure,
  residualFigure,
  type Shown,
} from "./spectrumFigures";
import type { ImpedanceHost } from "./useAnswers";

export interface SpectrumFiguresProps {
  readonly host: ImpedanceHost;
  readonly spectra: readonly ReadSpectrum[];
  readonly selected: ReadSpectrum;
  readonly chosen: SpectrumChoices;
  readonly analysis: AnalysedSpectrum | undefined;
  readonly inspected: InspectedSpectrum | undefined;
  readonly ramp: Shown["ramp"];
  readonly look: Look;
  /** Place of the point that is marked in all figures. */
  readonly visited: number | undefined;
  readonly lambda: number | null;
  readonly onVisit: (place: number | undefined) => void;
  readonly onSelect: (id: string) => void;
  /** Excludes points, or includes them again. */
  readonly onToggle: (places: readonly number[]) => void;
  readonly onWindow: (window: readonly [number, number]) => void;
  readonly onLambda: (lambda: number | null) => void;
}

/** The selected spectrum in all its figures; a point that is visited in one is marked in the others. */
export function SpectrumFigures(props: SpectrumFiguresProps) {
  const { host, spectra, selected, chosen, analysis, inspected, ramp, look, visited, lambda } = props;
  const { onVisit, onSelect, onToggle, onWindow, onLambda } = props;
  const { excluded } = chosen;
  const { isExcluding, onlyArcs, withOthers } = look;
  const shown = useMemo((): Shown => {
    const others = withOthers ? spectra.filter((one) => one !== selected) : [];
    return { selected, excluded, analysis, others, ramp, onlyArcs };
  }, [spectra, selected, excluded, analysis, ramp, onlyArcs, withOthers]);
  const nyquist = useMemo(() => nyquistFigure(shown), [shown]);
  const modulus = useMemo(() => modulusFigure(shown), [shown]);
  const phase = useMemo(() => phaseFigure(shown), [shown]);
  const residual = useMemo(() => residualFigure(shown), [shown]);
  const linKk = useMemo(() => linKkFigure(selected, inspected), [selected, inspected]);
  const relaxation = useMemo(() => relaxationFigure(selected, inspected), [selected, inspected]);

  const frequency = visited === undefined ? undefined : selected.frequencies[visited];
  const common = (spec: FigureSpec) => ({
    spec,
    host,
    highlight: visited,
    onVisit: (point: Point | undefined) => {
      onVisit(point?.id);
    },
    onPick: ({ id }: Point, series: number) => {
      const other = spectra.find(({ name }) => name === spec.series[series]?.name);
      if (id === undefined) {
        if (other) onSelect(other.id);
      } else if (isExcluding) onToggle([id]);
    },
    onBox: isExcluding
      ? (view: View) => {
          onToggle(placesIn(spec, view));
        }
      : undefined,
  });
  const window = chosen.tailWindow ?? analysis?.tail?.window;
  const band = window && { label: "Window of the tail", unit: "Hz", range: window, onRange: onWindow };
  return (
    <div class="figures">
      <div class="nyquist">
        <Figure {...common(nyquist)} />
      </div>
      <Figure {...common(modulus)} cursor={frequency} band={band} />
      <Figure {...common(phase)} cursor={frequency} band={band} />
      <Figure {...common(residual)} cursor={frequency} />
      <Figure {...common(linKk)} cursor={frequency} />
      <div>
        <Figure
          spec={relaxation}
          host={host}
          cursor={frequency === undefined ? undefined : 1 / (2 * Math.PI * frequency)}
        />
        {inspected && (
          <p class="quantity">
            λ
            <LateInput
              class="short"
              label="Regularisation parameter"
              value={inspected.relaxation.lambda.toExponential(1)}
              onValue={(text) => {
                const value = numberIn(text);
                if (value === null || (value !== undefined && value > 0)) onLambda(value);
              }}
            />
            <button
              type="button"
              aria-pressed={lambda === null}
              title="By generalised cross-validation"
              onClick={() => {
                onLambda(null);
              }}
            >
              Automatic
            </button>
          </p>
        )}
      </div>
    </div>
  );
}

/** The points of the selected spectrum in a part of a figure. */
function placesIn({ series }: FigureSpec, view: View): number[] {
  const points = series.flatMap((one) => one.points);
  return [
    ...new Set(
      points.flatMap((point) => (point.id !== undefined && contains(view, point) ? [point.id] : [])),
    ),
  ];
}
