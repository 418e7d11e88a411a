import {
  tailMethods,
  weightings,
  type AnalyseImpedanceResult,
  type SpectrumChoices,
} from "../../../server/src/protocol/impedanceAnalysis";
import { LateInput } from "../shared/lateInput";
import { numberIn } from "./numberIn";
import { Choice } from "../shared/choice";

export interface FitFormProps {
  readonly chosen: SpectrumChoices;
  readonly analysis: AnalyseImpedanceResult | undefined;
  /** Whether changes are for all spectra of the series. */
  readonly isForAll: boolean;
  readonly onForAll: (isForAll: boolean) => void;
  readonly onChange: (change: Partial<SpectrumChoices>) => void;
  readonly onIncludeAll: () => void;
}

export const weightingNames = {
  modulus: "modulus, 1/|Z|²",
  unit: "unit",
  proportional: "proportional, 1/Z′² and 1/Z″²",
} as const;

export const tailMethodNames = {
  "x-on-y-weighted": "Z′ on −Z″, weighted",
  "x-on-y": "Z′ on −Z″",
  "y-on-x": "−Z″ on Z′",
  orthogonal: "orthogonal",
} as const;

/** How the selected spectrum is fitted, or all of them. */
export function FitForm(props: FitFormProps) {
  const { chosen, analysis, isForAll, onForAll, onChange, onIncludeAll } = props;
  const found = analysis?.kind === "analysed" ? analysis : undefined;
  const window = chosen.tailWindow ?? found?.tail?.window;
  const changeWindow = (from: number | null | undefined, to: number | null | undefined) => {
    if (from && to && from > 0 && to > from) onChange({ tailWindow: [from, to] });
  };
  return (
    <form
      class="fit"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <label>
        <input
          type="checkbox"
          checked={isForAll}
          onChange={() => {
            onForAll(!isForAll);
          }}
        />
        Fit all spectra alike
      </label>
      <span class="quantity">
        Circuit
        <LateInput
          class="long"
          label="Circuit"
          placeholder="R0-p(R1,CPE1)-CPE2"
          value={chosen.circuit ?? found?.circuit?.circuit ?? ""}
          isWrong={analysis?.kind === "refused"}
          onValue={(text) => {
            onChange({ circuit: text.trim() === "" ? null : text.trim() });
          }}
        />
        <button
          type="button"
          aria-pressed={chosen.circuit === null}
          title="The best of the usual circuits, by the Bayesian information criterion"
          onClick={() => {
            onChange({ circuit: null });
          }}
        >
          Automatic
        </button>
      </span>
      <Choice
        label="Weights"
        options={weightings}
        names={weightingNames}
        value={chosen.weighting}
        onValue={(weighting) => {
          onChange({ weighting });
        }}
      />
      <Choice
        label="Tail"
        options={tailMethods}
        names={tailMethodNames}
        value={chosen.tailMethod}
        onValue={(tailMethod) => {
          onChange({ tailMethod });
        }}
      />
      <span class="quantity">
        from
        <LateInput
          class="short"
          label="Tail from, Hz"
          value={window ? String(Number(window[0].toPrecision(4))) : ""}
          onValue={(text) => {
            changeWindow(numberIn(text), window?.[1]);
          }}
        />
        to
        <LateInput
          class="short"
          label="Tail to, Hz"
          value={window ? String(Number(window[1].toPrecision(4))) : ""}
          onValue={(text) => {
            changeWindow(window?.[0], numberIn(text));
          }}
        />
        Hz
        <button
          type="button"
          aria-pressed={chosen.tailWindow === null}
          title="The straight part below the arcs"
          onClick={() => {
            onChange({ tailWindow: null });
          }}
        >
          Automatic
        </button>
      </span>
      {chosen.excluded.length > 0 && (
        <button type="button" onClick={onIncludeAll}>
          Include{" "}
          {chosen.excluded.length === 1
            ? "the excluded point"
            : `the ${chosen.excluded.length} excluded points`}
        </button>
      )}
    </form>
  );
}
