import type { CellQuantity } from "../../../server/src/protocol/cellFile";
import { LateInput } from "../shared/lateInput";
import { numberIn } from "./numberIn";

interface QuantityFieldProps<Unit extends string> {
  readonly label: string;
  /** With other ways to write them. */
  readonly units: readonly Unit[];
  readonly quantity: CellQuantity | null;
  readonly onQuantity: (quantity: CellQuantity<Unit> | null) => void;
}

/** A value with its uncertainty and unit. */
export function QuantityField<Unit extends string>({
  label,
  units,
  quantity,
  onQuantity,
}: QuantityFieldProps<Unit>) {
  const known = units.find((one) => one === quantity?.unit) ?? units[0];
  if (known === undefined) return null;
  const change = (value: number | null | undefined, uncertainty: number | null | undefined, unit: Unit) => {
    if (value === undefined || uncertainty === undefined) return;
    if (value === null) onQuantity(null);
    else if (value > 0) onQuantity(uncertainty ? { value, uncertainty, unit } : { value, unit });
  };
  const { value = null, uncertainty = null } = quantity ?? {};
  return (
    <span class="quantity">
      <span class="label">{label}</span>
      <LateInput
        class="short"
        label={label}
        value={value === null ? "" : String(value)}
        onValue={(text) => {
          change(numberIn(text), uncertainty, known);
        }}
      />
      ±
      <LateInput
        class="shorter"
        label={`Uncertainty of ${label}`}
        value={uncertainty === null ? "" : String(uncertainty)}
        onValue={(text) => {
          change(value, numberIn(text), known);
        }}
      />
      <select
        aria-label={`Unit of ${label}`}
        value={known}
        onChange={({ currentTarget }) => {
          const unit = units.find((one) => one === currentTarget.value);
          if (unit !== undefined) change(value, uncertainty, unit);
        }}
      >
        {units
          .filter((unit) => unit === known || unit === plain(unit))
          .map((unit) => (
            <option key={unit} value={unit}>
              {pretty(unit)}
            </option>
          ))}
      </select>
    </span>
  );
}

const plain = (unit: string) => unit.replace("²", "2").replace("³", "3").replace("µ", "u");
const pretty = (unit: string) => unit.replace("2", "²").replace("3", "³").replace(/^u/, "µ");
