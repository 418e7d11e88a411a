import {
  areaUnits,
  lengthUnits,
  type CellChange,
  type CellQuantity,
  type ReadCell,
} from "../../../server/src/protocol/impedance";
import { LateInput } from "../shared/lateInput";
import { numberIn } from "./numberIn";

export interface CellFormProps {
  readonly cell: ReadCell;
  readonly onChange: (changes: CellChange) => void;
  readonly onOpen: () => void;
}

/** The size of a cell, written into its cell file. */
export function CellForm({ cell, onChange, onOpen }: CellFormProps) {
  const { name, thickness, diameter, area, hasSizeFromFiles } = cell;
  return (
    <fieldset class="cell">
      <legend>Cell {name}</legend>
      <QuantityField
        label="Thickness"
        units={lengthUnits}
        quantity={thickness}
        onQuantity={(value) => {
          onChange({ thickness: value });
        }}
      />
      <QuantityField
        label="Diameter"
        units={lengthUnits}
        quantity={diameter}
        onQuantity={(value) => {
          onChange({ diameter: value });
        }}
      />
      <QuantityField
        label="or area"
        units={areaUnits}
        quantity={area}
        onQuantity={(value) => {
          onChange({ area: value });
        }}
      />
      <button type="button" class="link" onClick={onOpen} title={cell.path}>
        Open Cell File
      </button>
      {hasSizeFromFiles && <span class="faint">Where a field is empty, the data files tell the size.</span>}
    </fieldset>
  );
}

interface QuantityFieldProps<Unit extends string> {
  readonly label: string;
  readonly units: readonly Unit[];
  readonly quantity: CellQuantity | null;
  readonly onQuantity: (quantity: CellQuantity<Unit> | null) => void;
}

/** A value with its uncertainty and unit. */
function QuantityField<Unit extends string>({
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
      {label}
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
        class="short"
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
        {units.map((unit) => (
          <option key={unit}>{unit}</option>
        ))}
      </select>
    </span>
  );
}
