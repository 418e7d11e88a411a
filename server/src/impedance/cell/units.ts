/** Factors to centimetre, square centimetre, gram and g/cm3, by the unit's name in a cell file. */
export const lengthUnits = { m: 100, cm: 1, mm: 0.1, um: 1e-4, µm: 1e-4 } as const;
export const areaUnits = { m2: 1e4, cm2: 1, mm2: 0.01, "m²": 1e4, "cm²": 1, "mm²": 0.01 } as const;
export const massUnits = { kg: 1000, g: 1, mg: 1e-3, ug: 1e-6, µg: 1e-6 } as const;
export const densityUnits = { "g/cm3": 1, "g/cm³": 1, "kg/m3": 1e-3, "kg/m³": 1e-3 } as const;

/** Added to a temperature to have degrees Celsius. */
export const temperatureUnits = { C: 0, "°C": 0, K: -273.15 } as const;

export type LengthUnit = keyof typeof lengthUnits;
export type AreaUnit = keyof typeof areaUnits;
