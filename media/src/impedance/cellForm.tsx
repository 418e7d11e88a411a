import {
  areaUnits,
  densityUnits,
  lengthUnits,
  massUnits,
  type CellChange,
  type ReadCell,
} from "../../../server/src/protocol/cellFile";
import type { FileProblem } from "../../../server/src/protocol/impedanceFiles";
import { QuantityField } from "./quantityField";

export interface CellFormProps {
  readonly cell: ReadCell;
  /** Of its file. */
  readonly problems: readonly FileProblem[];
  readonly onChange: (changes: CellChange) => void;
  readonly onOpen: () => void;
}

/** The size of a cell, written into its cell file, and what of it cannot be. */
export function CellForm({ cell, problems, onChange, onOpen }: CellFormProps) {
  const { name, thickness, diameter, area, mass, density, relativeDensity, hasSizeFromFiles } = cell;
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
      <QuantityField
        label="Mass"
        units={massUnits}
        quantity={mass}
        onQuantity={(value) => {
          onChange({ mass: value });
        }}
      />
      <QuantityField
        label="Crystal density"
        units={densityUnits}
        quantity={density}
        onQuantity={(value) => {
          onChange({ density: value });
        }}
      />
      <p>
        {relativeDensity !== null && <span>{(100 * relativeDensity).toFixed(0)} % dense</span>}
        <button type="button" class="link" onClick={onOpen} title={cell.path}>
          Open Cell File
        </button>
        {hasSizeFromFiles && <span class="faint">Where a field is empty, the data files tell the size.</span>}
      </p>
      {problems.map(({ message, line, severity }) => (
        <p key={message} class={severity === "information" ? "faint" : "notice"} role="status">
          {line === null ? "" : `Line ${line}: `}
          {message}
        </p>
      ))}
    </fieldset>
  );
}
