import type { ArrheniusResult } from "../../../server/src/protocol/arrhenius";
import type { ReadSpectrum } from "../../../server/src/protocol/impedanceFiles";
import { Figure } from "../shared/figure/figure";
import type { FigureSpec } from "../shared/figure/figureSpec";
import { ArrheniusResults } from "./arrheniusResults";
import type { Choices } from "./choices";
import type { ImpedanceHost } from "./useAnswers";

export interface ArrheniusViewProps {
  readonly host: ImpedanceHost;
  /** The spectra of the points. */
  readonly asked: readonly ReadSpectrum[];
  readonly selected: ReadSpectrum;
  readonly result: ArrheniusResult | undefined;
  readonly figure: FigureSpec | undefined;
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
  readonly onSelect: (id: string) => void;
}

/** The Arrhenius plot of the series beside its numbers. */
export function ArrheniusView(props: ArrheniusViewProps) {
  const { host, asked, selected, result, figure, choices, onChange, onSelect } = props;
  return (
    <>
      <h2>Arrhenius</h2>
      <div class="beside">
        {figure && (
          <Figure
            spec={figure}
            host={host}
            highlight={asked.indexOf(selected)}
            onPick={({ id }) => {
              const spectrum = id === undefined ? undefined : asked[id];
              if (spectrum) onSelect(spectrum.id);
            }}
          />
        )}
        <ArrheniusResults result={result} choices={choices} onChange={onChange} />
      </div>
    </>
  );
}
