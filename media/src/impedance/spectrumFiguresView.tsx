import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type {
  AnalysedSpectrum,
  InspectedSpectrum,
  SpectrumChoices,
} from "../../../server/src/protocol/impedanceAnalysis";
import type { ReadSpectrum } from "../../../server/src/protocol/impedanceFiles";
import { Figure } from "../shared/figure/figure";
import type { FigureSpec, Point } from "../shared/figure/figureSpec";
import { contains, type View } from "../shared/figure/view";
import { LateInput } from "../shared/lateInput";
import { numberIn } from "./numberIn";
import type { Visited } from "./readout";
import type { Look } from "./look";
import {
  linKkFigure,
  modulusFigure,
  nyquistFigure,
  phaseFigure,
  pointId,
  pointWith,
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
  /** The point that is marked in all figures. */
  readonly visited: Visited | undefined;
  readonly lambda: number | null;
  readonly onVisit: (visited: Visited | undefined) => void;
  readonly onSelect: (id: string) => void;
  /** Excludes points, or includes them again. */
  readonly onToggle: (places: readonly number[]) => void;
  readonly onWindow: (window: readonly [number, number]) => void;
  readonly onLambda: (lambda: number | null) => void;
  /** Beside the Nyquist plot. */
  readonly children: ComponentChildren;
}

/** The selected spectrum in all its figures; a point that is visited in one is marked in the others. */
export function SpectrumFigures(props: SpectrumFiguresProps) {
  const { host, spectra, selected, chosen, analysis, inspected, ramp, look, visited, lambda } = props;
  const { onVisit, onSelect, onToggle, onWindow, onLambda } = props;
  const { excluded } = chosen;
  const { isExcluding, onlyArcs, withOthers } = look;
  const others = useMemo(
    () => (withOthers ? spectra.filter((one) => one !== selected) : []),
    [spectra, selected, withOthers],
  );
  const shown = useMemo(
    (): Shown => ({ selected, excluded, analysis, others, ramp, onlyArcs }),
    [selected, excluded, analysis, others, ramp, onlyArcs],
  );
  const nyquist = useMemo(() => nyquistFigure(shown), [shown]);
  const modulus = useMemo(() => modulusFigure(shown), [shown]);
  const phase = useMemo(() => phaseFigure(shown), [shown]);
  const residual = useMemo(() => residualFigure(shown), [shown]);
  const linKk = useMemo(() => linKkFigure(selected, inspected), [selected, inspected]);
  const relaxation = useMemo(() => relaxationFigure(selected, inspected), [selected, inspected]);

  const drawn = [selected, ...others];
  const frequency = visited?.spectrum.frequencies[visited.place];
  const highlight = visited && pointId(drawn.indexOf(visited.spectrum), visited.place);
  const common = (spec: FigureSpec) => ({
    spec,
    host,
    highlight,
    onVisit: (point: Point | undefined) => {
      const { spectrum, place } = pointWith(point?.id ?? NaN);
      const found = drawn[spectrum];
      onVisit(found && { spectrum: found, place });
    },
    onPick: ({ id = NaN }: Point) => {
      const { spectrum, place } = pointWith(id);
      const other = others[spectrum - 1];
      if (other) onSelect(other.id);
      else if (spectrum === 0 && isExcluding) onToggle([place]);
    },
    onBox: isExcluding
      ? (view: View) => {
          onToggle(placesIn(spec, view));
        }
      : undefined,
  });
  const window = chosen.tailWindow ?? analysis?.tail?.window;
  const band = window && { label: "Window of the tail", unit: "Hz", range: window, onRange: onWindow };
  const trail = band && {
    ...band,
    points: selected.frequencies.map((value, i) => ({
      x: selected.zRe[i] ?? NaN,
      y: -(selected.zIm[i] ?? NaN),
      value,
    })),
  };
  return (
    <>
      <div class="beside">
        <Figure {...common(nyquist)} trail={trail} />
        {props.children}
      </div>
      <div class="figures">
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
                onClick={() => {
                  onLambda(null);
                }}
              >
                Automatic
              </button>
              {lambda === null && <span class="faint">by generalised cross-validation</span>}
            </p>
          )}
        </div>
      </div>
    </>
  );
}

/** The points of the selected spectrum in a part of a figure. */
function placesIn({ series }: FigureSpec, view: View): number[] {
  const points = series.flatMap((one) => one.points);
  const inside = points.flatMap((point) => (contains(view, point) ? (point.id ?? []) : []));
  const ofSelected = inside.map(pointWith).filter(({ spectrum }) => spectrum === 0);
  return [...new Set(ofSelected.map(({ place }) => place))];
}
