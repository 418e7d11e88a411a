import {
  arrheniusForms,
  arrheniusWeightings,
  type ArrheniusLine,
  type ArrheniusResult,
} from "../../../server/src/protocol/impedance";
import { shortNumber } from "../shared/figure/numbers";
import { Choice } from "./choice";
import { quantities, type Choices } from "./choices";
import { quantityNames } from "./spectraTable";
import { withError } from "./texts";

export interface ArrheniusResultsProps {
  readonly result: ArrheniusResult | undefined;
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
}

const weightingNames = {
  none: "all points alike",
  scaled: "by their errors, scaled to the scatter",
  absolute: "by their errors",
} as const;
const formNames = { "ln(sigma T)": "ln(σT)", "log10(sigma)": "log₁₀ σ" } as const;

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
          <table class="results">
            <thead>
              <tr>
                {arrheniusHeader(choices.form).map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {result.lines.map((line) => (
                <tr key={line.cell}>
                  {arrheniusRow(line).map((cell, column) =>
                    column === 0 ? (
                      <th key={column} scope="row">
                        {cell}
                      </th>
                    ) : (
                      <td key={column} class="numeric">
                        {cell}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
          {remarks(result).map((text) => (
            <p key={text}>{text}</p>
          ))}
        </>
      ) : (
        <p class="faint">
          A line needs conductivities at two temperatures: the size of the cell and the temperatures.
        </p>
      )}
    </section>
  );
}

export function arrheniusHeader(form: Choices["form"]): string[] {
  const prefactor = form === "ln(sigma T)" ? "ln(σ₀ / S K cm⁻¹)" : "ln(σ₀ / S cm⁻¹)";
  return [
    "Cell",
    "Points",
    "E_a (eV)",
    "95 % (eV)",
    "E_a (kJ/mol)",
    prefactor,
    "σ at 25 °C (S/cm)",
    "",
    "R²",
  ];
}

export function arrheniusRow(line: ArrheniusLine): string[] {
  const { cell, points, activationEnergyInterval: interval } = line;
  return [
    cell,
    String(points),
    withError(line.activationEnergy),
    interval ? interval.map((edge) => edge.toFixed(4)).join(" to ") : "",
    line.activationEnergyKilojoulePerMole.toFixed(2),
    withError(line.lnPrefactor),
    withError(line.conductivity25),
    line.conductivity25Source,
    line.r2.toFixed(5),
  ];
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

export function lineSummary({ cell, activationEnergy, conductivity25 }: ArrheniusLine): string {
  return `${cell}: E_a ${withError(activationEnergy)} eV, ${shortNumber(conductivity25.value)} S/cm at 25 °C`;
}
