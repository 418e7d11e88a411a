import {
  arrheniusForms,
  arrheniusWeightings,
  type ArrheniusLine,
  type ArrheniusResult,
} from "../../../server/src/protocol/arrhenius";
import { PlainTable } from "../shared/table/plainTable";
import { Choice } from "../shared/choice";
import { quantities, type Choices } from "./choices";
import { quantityNames } from "./spectraTable";
import { rangeText, valueText, withError } from "./texts";

export interface ArrheniusResultsProps {
  readonly result: ArrheniusResult | undefined;
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
}

export const weightingNames = {
  none: "all points alike",
  scaled: "by their errors, scaled to the scatter",
  absolute: "by their errors",
} as const;
export const formNames = { "ln(sigma T)": "ln(σT)", "log10(sigma)": "log₁₀ σ" } as const;

/** What the Arrhenius plot is of, and the numbers of its lines. */
export function ArrheniusResults({ result, choices, onChange }: ArrheniusResultsProps) {
  return (
    <section aria-label="Activation energy">
      <div class="toolbar">
        <Choice
          label="Conductivity"
          options={quantities}
          names={quantityNames}
          value={choices.quantity}
          onValue={(quantity) => {
            onChange({ ...choices, quantity });
          }}
        />
        <Choice
          label="Weights of the points"
          options={arrheniusWeightings}
          names={weightingNames}
          value={choices.weighting}
          onValue={(weighting) => {
            onChange({ ...choices, weighting });
          }}
        />
        <Choice
          label="Plot"
          options={arrheniusForms}
          names={formNames}
          value={choices.form}
          onValue={(form) => {
            onChange({ ...choices, form });
          }}
        />
      </div>
      {result && result.lines.length > 0 ? (
        <>
          <PlainTable class="results numbers" {...arrheniusTable(result, choices.form)} />
          {remarks(result).map((text) => (
            <p key={text}>{text}</p>
          ))}
        </>
      ) : (
        <p class="faint">
          A line needs conductivities at two temperatures: the size of the cell and the temperatures.
        </p>
      )}
      {result?.problems.map((text) => (
        <p key={text} class="notice">
          {text}
        </p>
      ))}
    </section>
  );
}

/** The numbers of each line in a column of its own. */
export function arrheniusTable(
  { lines, replicates }: ArrheniusResult,
  form: Choices["form"],
): { readonly header: string[]; readonly rows: string[][] } {
  const all = [...lines, ...(replicates?.line ? [replicates.line] : [])];
  const unit = form === "ln(sigma T)" ? "S K/cm" : "S/cm";
  const row = (name: string, of: (line: ArrheniusLine) => string) => [name, ...all.map(of)];
  return {
    header: ["", ...all.map(({ cell }) => cell)],
    rows: [
      row("E_a (eV)", (line) => withError(line.activationEnergy)),
      row("95 % (eV)", (line) => rangeText(line.activationEnergyInterval)),
      row("E_a (kJ/mol)", (line) => withError(line.activationEnergyKilojoulePerMole)),
      row(`σ₀ (${unit})`, ({ prefactor }) => valueText(prefactor)),
      row("ln σ₀", ({ lnPrefactor }) => withError(lnPrefactor)),
      row("σ at 25 °C (S/cm)", ({ conductivity25 }) => withError(conductivity25)),
      row("95 % (S/cm)", ({ conductivity25Interval }) => rangeText(conductivity25Interval)),
      row("25 °C is", ({ conductivity25Source }) => conductivity25Source),
      row("R²", ({ r2 }) => r2.toFixed(5)),
      row("Points", ({ points }) => String(points)),
    ],
  };
}

/** What the table does not tell: spread over cells, kinks. */
export function remarks({ lines, replicates }: ArrheniusResult): string[] {
  const kinks = lines.flatMap(({ cell, kink }) =>
    kink
      ? [
          `${cell} has a kink near ${kink.temperatureC.toFixed(0)} °C: ${kink.below.toFixed(3)} eV below, ${kink.above.toFixed(3)} eV above.`,
        ]
      : [],
  );
  if (!replicates) return kinks;
  const { activationEnergy, conductivity25 } = replicates;
  const spread = ({ mean, deviation }: { mean: number | null; deviation: number | null }) =>
    mean === null ? "" : withError({ value: mean, standardError: deviation });
  return [
    ...kinks,
    `Over ${activationEnergy.n} cells (mean ± sample standard deviation): E_a ${spread(activationEnergy)} eV, σ at 25 °C ${spread(conductivity25)} S/cm.`,
  ];
}
