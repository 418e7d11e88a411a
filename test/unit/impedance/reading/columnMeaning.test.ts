import { describe, expect, it } from "vitest";
import { columnMeaning } from "../../../../server/src/impedance/reading/columnMeaning";

const meaning = (name: string) => {
  const found = columnMeaning(name);
  return found && [found.quantity, found.scale];
};

describe("the name of a column", () => {
  it.each<[string, string, number]>([
    ...[
      "f",
      "freq",
      "Freq/Hz",
      "freq / Hz",
      "Frequency (Hz)",
      "Freq.[Hz]",
      "frequency_Hz",
      "Frequenz [Hz]",
      "freq. /Hz",
    ].map((name): [string, string, number] => [name, "frequency", 1]),
    ["f [kHz]", "frequency", 1e3],
    ["Frequency/MHz", "frequency", 1e6],
    ["f (mHz)", "frequency", 1e-3],
    ["omega", "frequency", 1 / (2 * Math.PI)],
    ["Frequency (rad/s)", "frequency", 1 / (2 * Math.PI)],
    ...[
      "Z'",
      "Z′ (Ω)",
      "Re(Z)/Ohm",
      "Re(Z) / Ω",
      "Zre (ohms)",
      "Zreal",
      "Z Real",
      "real",
      "Z'(a)",
      "Zs'[ohm]",
      "z_re_ohm",
      "Z1 /ohm",
      "Realteil Z' / Ohm",
      "Rs",
      "Impedance Real (Ohms)",
    ].map((name): [string, string, number] => [name, "re", 1]),
    ["Re(Z)/kOhm", "re", 1e3],
    ["Z' (mOhm)", "re", 1e-3],
    ["Z' (MΩ)", "re", 1e6],
    ["-Z'", "re", -1],
    ...[
      "Z''",
      'Z"/ohm',
      "Z″ (Ω)",
      "Im(Z)/Ohm",
      "Zimg",
      "Zimag",
      "Z Imag",
      "imaginary",
      "Z''(b)",
      "Zs''[ohm]",
      "Imaginärteil (Ohm)",
      "Im Z",
      "Impedance Imaginary (Ohms)",
    ].map((name): [string, string, number] => [name, "im", 1]),
    ...[
      "-Im(Z)/Ohm",
      "-Z'' (Ω)",
      "−Z″",
      "- Z''",
      "-Zim",
      "neg_im",
      "minus Im(Z)",
      "- Imaginärteil Z'' / Ohm",
    ].map((name): [string, string, number] => [name, "im", -1]),
    ...["|Z|", "|Z|/Ohm", "Zmod", "Z/ohm", "Betrag (Ohm)", "Impedance/Ohm", "Magnitude", "|Z|(Ohm)-data"].map(
      (name): [string, string, number] => [name, "modulus", 1],
    ),
    ...["Phase(Z)/deg", "Zphz (°)", "Phase (deg)", "Phasenwinkel [°]", "theta-z(deg)-data"].map(
      (name): [string, string, number] => [name, "phase", Math.PI / 180],
    ),
    ["-Phase (°)", "phase", -Math.PI / 180],
    ["neg. Phase / °", "phase", -Math.PI / 180],
    ["phase (rad)", "phase", 1],
    ...["Temperature/°C", "Temp (deg C)", "T (°C)", "Temperatur [°C]", "temperature_C"].map(
      (name): [string, string, number] => [name, "temperature", 1],
    ),
  ])("%s means %s", (name, quantity, scale) => {
    expect(meaning(name)).toEqual([quantity, scale]);
  });

  it.each([
    "Re(Zce)/Ohm",
    "-Im(Zwe-ce)/Ohm",
    "E Real",
    "I Imag",
    "Z2 Real",
    "|Ewe|/V",
    "Re(Y)/Ohm-1",
    "<I>/mA",
    "time/s",
    "T",
    "Cs/µF",
    "Phase(Y)/deg",
    "cycle number",
    "ZrealDrCor",
    "",
  ])("%s means nothing here", (name) => {
    expect(meaning(name)).toBeUndefined();
  });

  it("tells kelvin from degrees Celsius, and ohm from ohm times area", () => {
    expect(columnMeaning("T (K)")).toMatchObject({ quantity: "temperature", offset: -273.15 });
    expect(columnMeaning("Z' (Ohm cm²)")).toMatchObject({ quantity: "re", areal: true });
    expect(columnMeaning("Z'/Ohm*cm^2")).toMatchObject({ quantity: "re", areal: true });
  });
});
