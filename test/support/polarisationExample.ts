import { normalNumbers } from "./normalNumbers";

/** The electronic conductivity of `examples/polarisation/`, S/cm. */
export const electronicConductivity = 2e-9;

/** Siemens, of a pellet 1.2 mm thick and 10 mm wide. */
const conductance = (electronicConductivity * (Math.PI / 4)) / 0.12;
const voltages = [0.1, 0.2, 0.3, 0.4, 0.5];
const secondsEach = 3600;
const step = 30;

/** Transients of a cell with blocking electrodes, one voltage after another by one clock, with noise of 1 %. */
export function polarisationExample(): string {
  const random = normalNumbers(25);
  const rows = voltages.flatMap((voltage, place) =>
    Array.from({ length: secondsEach / step }, (_, i) => {
      const time = (i + 1) * step;
      const ionic = 8e-8 * Math.exp(-time / 90) + 1e-8 * Math.exp(-time / 400);
      const current = voltage * (conductance + ionic) * (1 + 0.01 * random());
      return `${place * secondsEach + time},${voltage},${current.toExponential(5)}`;
    }),
  );
  return `# Simulated: 2e-9 S/cm of electrons\ntime_s,voltage_V,current_A\n${rows.join("\n")}\n`;
}

/** The same pellet as that of the spectra. */
export const polarisationCell = `{
  // This pellet does not exist: its currents are simulated.
  "sample": "garnet",
  "thickness": { "value": 1.2, "uncertainty": 0.02, "unit": "mm" },
  "diameter": { "value": 10, "uncertainty": 0.05, "unit": "mm" }
}
`;
