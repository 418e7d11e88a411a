import { useMemo } from "preact/hooks";
import type {
  AnalysedPolarisation,
  AnalysePolarisationResult,
  PolarisationLine,
  ReadPolarisation,
} from "../../../server/src/protocol/polarisation";
import { Figure } from "../shared/figure/figure";
import { shortNumber } from "../shared/figure/numbers";
import { LateInput } from "../shared/lateInput";
import { PlainTable } from "../shared/table/plainTable";
import type { PolarisationChoices } from "./choices";
import { numberIn } from "./numberIn";
import { currentFigure, transientFigure } from "./polarisationFigures";
import { TemperatureField } from "./temperatureField";
import { rangeText, withError } from "./texts";
import type { ImpedanceHost } from "./useAnswers";

/** A file of direct currents, with what was found of it. */
export interface Polarised {
  readonly read: ReadPolarisation;
  readonly chosen: PolarisationChoices;
  /** S/cm, and what spectrum tells it; absent where none does. */
  readonly total: { readonly value: number; readonly from: string } | undefined;
  readonly result: AnalysePolarisationResult | undefined;
}

export interface PolarisationViewProps extends Polarised {
  readonly host: ImpedanceHost;
  readonly onChange: (change: Partial<PolarisationChoices>) => void;
  readonly onTemperature: (temperatureC: number | null) => void;
}

/** The electronic conductivity from direct currents of a cell with blocking electrodes. */
export function PolarisationView(props: PolarisationViewProps) {
  const { host, read, chosen, total, result, onChange, onTemperature } = props;
  const { name, transients } = read;
  const analysed = result?.kind === "analysed" ? result : undefined;
  const transient = useMemo(() => transientFigure(read), [read]);
  const current = useMemo(() => analysed && currentFigure(read, analysed), [read, analysed]);
  const steadyFrom = analysed?.steadyFrom ?? chosen.steadyFrom;
  const last = Math.max(...transients.flatMap(({ times }) => times.at(-1) ?? []));
  return (
    <section aria-label={`DC polarisation of ${name}`}>
      <h2>DC polarisation: {name}</h2>
      <div class="fit">
        <span class="quantity">
          T (°C)
          <TemperatureField {...read} onTemperature={onTemperature} />
        </span>
        {transients.length > 0 && (
          <span class="quantity">
            Steady from
            <LateInput
              class="short"
              label="Steady from, s"
              value={steadyFrom === null ? "" : shortNumber(steadyFrom)}
              onValue={(text) => {
                const value = numberIn(text);
                if (value === null || (value !== undefined && value >= 0)) onChange({ steadyFrom: value });
              }}
            />
            s
            <button
              type="button"
              aria-pressed={chosen.steadyFrom === null}
              title="The last sixth of each transient"
              onClick={() => {
                onChange({ steadyFrom: null });
              }}
            >
              Automatic
            </button>
          </span>
        )}
        <span class="quantity">
          Total conductivity
          <LateInput
            class="short"
            label="Total conductivity, S/cm"
            placeholder={total ? total.value.toExponential(2) : "?"}
            value={chosen.totalConductivity === null ? "" : shortNumber(chosen.totalConductivity)}
            onValue={(text) => {
              const value = numberIn(text);
              if (value === null || (value !== undefined && value > 0))
                onChange({ totalConductivity: value });
            }}
          />
          S/cm
          {chosen.totalConductivity === null && total && <span class="faint">of {total.from}</span>}
        </span>
      </div>
      {result?.kind === "refused" && (
        <p class="notice" role="alert">
          {result.reason}
        </p>
      )}
      <div class="beside">
        {transients.length > 0 && (
          <Figure
            spec={transient}
            host={host}
            band={
              steadyFrom === null
                ? undefined
                : {
                    label: "Steady",
                    unit: "s",
                    range: [steadyFrom, last],
                    isOpen: true,
                    onRange: ([from]) => {
                      onChange({ steadyFrom: from });
                    },
                  }
            }
          />
        )}
        {current && <Figure spec={current} host={host} />}
      </div>
      {analysed && <PolarisationResults analysed={analysed} />}
    </section>
  );
}

function PolarisationResults({ analysed }: { readonly analysed: AnalysedPolarisation }) {
  return (
    <>
      <PlainTable class="results numbers" {...polarisationTable(analysed)} />
      {polarisationRemarks(analysed).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </>
  );
}

/** The numbers of both lines, as the panel and the report show them. */
export function polarisationTable({ withOffset, throughOrigin }: AnalysedPolarisation): {
  readonly header: string[];
  readonly rows: string[][];
} {
  const row = (name: string, of: (line: PolarisationLine) => string) => [
    name,
    of(withOffset),
    of(throughOrigin),
  ];
  const text = (value: PolarisationLine["offset"]) => (value ? withError(value) : "");
  return {
    header: ["", "With an offset", "Through the origin"],
    rows: [
      row("σ_e (S/cm)", ({ conductivity }) => text(conductivity)),
      row("95 % (S/cm)", ({ interval }) => rangeText(interval)),
      row("Slope (S)", ({ slope }) => withError(slope)),
      row("Offset (A)", ({ offset }) => text(offset)),
      row("1 − t_ion", ({ electronicTransference }) => text(electronicTransference)),
      row("t_ion", ({ ionicTransference }) => text(ionicTransference)),
    ],
  };
}

/** What the table does not tell. */
export function polarisationRemarks({ withOffset }: AnalysedPolarisation): string[] {
  const { conductivity, ionicTransference, isUpperLimitOnly } = withOffset;
  return [
    ...(isUpperLimitOnly
      ? ["Zero lies within the interval: only its upper end can be reported, as a limit."]
      : []),
    ...(conductivity === null ? ["The conductivity needs the size of the cell."] : []),
    ...(conductivity !== null && ionicTransference === null
      ? ["The transference number needs the total conductivity: of a spectrum at this temperature, or typed."]
      : []),
  ];
}
