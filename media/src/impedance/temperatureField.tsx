import type { ReadSpectrum } from "../../../server/src/protocol/impedanceFiles";
import { LateInput } from "../shared/lateInput";
import { temperatureIn } from "./numberIn";

export interface TemperatureFieldProps extends Pick<
  ReadSpectrum,
  "name" | "temperatureC" | "temperatureSource"
> {
  readonly onTemperature: (temperatureC: number | null) => void;
}

const sources = {
  cell: "From the cell file",
  file: "From the data file",
  name: "From the name of the file",
} as const;

/** The temperature of a data file, and who tells it; what is typed goes into the cell file. */
export function TemperatureField(props: TemperatureFieldProps) {
  const { name, temperatureC, temperatureSource, onTemperature } = props;
  return (
    <span title={temperatureSource === null ? "Not known: type it" : sources[temperatureSource]}>
      <LateInput
        class="short"
        label={`Temperature of ${name}`}
        placeholder="?"
        value={temperatureC === null ? "" : String(Number(temperatureC.toFixed(2)))}
        onValue={(text) => {
          const value = temperatureIn(text);
          if (value !== undefined) onTemperature(value);
        }}
      />
    </span>
  );
}
