import { readNumber } from "./number";
import { temperatureInText } from "./temperatureInText";

/** What the head of a file says of the measurement. */
export interface HeaderFacts {
  readonly temperatureC: number | null;
  readonly areaCm2: number | null;
  readonly thicknessCm: number | null;
}

const number = String.raw`([+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?)`;
const toUnit = String.raw`[^\w+-]{0,12}?`;
const length = String.raw`(mm|cm|um|µm|μm|m)\b`;
const area = String.raw`(mm|cm|m)\s?\^?[2²]`;

/** `NAME [unit]: number` or `NAME: number unit`; spacers and electrodes of dielectric cells are not the sample. */
const quantity = (name: string, unit: string): readonly RegExp[] => [
  new RegExp(
    String.raw`(?<!spacer\s|electrode\s)\b(?:${name})\s*[[(]\s*${unit}\s*[\])]?${toUnit}${number}`,
    "i",
  ),
  new RegExp(String.raw`(?<!spacer\s|electrode\s)\b(?:${name})${toUnit}${number}\s*${unit}`, "i"),
];

const thickness = quantity("(?:sample |pellet )?(?:thickness|dicke|probendicke)", length);
const diameter = quantity("(?:sample |pellet )?(?:diameter|durchmesser)", length);
const surface = quantity("(?:electrode )?(?:surface )?(?:area|fläche|flaeche|elektrodenfläche)", area);
const temperature = new RegExp(
  String.raw`\btemp(?:eratur(?:e)?|\.)?\b[^\d+-]{0,16}?${number}\s*(°\s?C|deg\.?\s?C|C\b|°\s?K|K\b|celsius|kelvin)?`,
  "i",
);

/** Remarks may name the temperature as a file's name does. */
const title = /^\W*(comment|note|title|sample|probe|file|datei|name|remark|bemerkung)/i;

const toCm: Readonly<Record<string, number>> = { m: 100, cm: 1, mm: 0.1, um: 1e-4, µm: 1e-4, μm: 1e-4 };

/**
 * Searches the lines of a head for temperature, area or diameter, and thickness of the sample. The first `titleLines` are
 * titles, which may name the temperature as a file's name does.
 */
export function headerFacts(lines: readonly string[], titleLines = 3): HeaderFacts {
  const short = lines.filter((line) => line.length < 500);
  const across = firstLength(short, diameter, 1);
  return {
    temperatureC: firstTemperature(short, titleLines),
    areaCm2: firstLength(short, surface, 2) ?? (across === null ? null : (Math.PI / 4) * across ** 2),
    thicknessCm: firstLength(short, thickness, 1),
  };
}

function firstTemperature(lines: readonly string[], titleLines: number): number | null {
  for (const line of lines) {
    const [whole = "", value = "", unit = ""] = temperature.exec(line) ?? [];
    const read = readNumber(value);
    const inKelvin = /K|kelvin/i.test(unit) || (unit === "" && /\(\s*K\s*\)|\[\s*K\s*\]|\/\s*K/.test(whole));
    if (read !== undefined && (unit !== "" || /[[(/]\s*(°?\s?[CK])/.test(whole)))
      return inKelvin ? read - 273.15 : read;
  }
  for (const [i, line] of lines.entries()) {
    const found = i < titleLines || title.test(line) ? temperatureInText(line) : undefined;
    if (found?.kind === "found" && !found.isRoom) return found.celsius;
  }
  return null;
}

function firstLength(lines: readonly string[], patterns: readonly RegExp[], power: 1 | 2): number | null {
  for (const line of lines)
    for (const [i, pattern] of patterns.entries()) {
      const match = pattern.exec(line);
      const [unit, value] = i === 0 ? [match?.[1], match?.[2]] : [match?.[2], match?.[1]];
      const factor = toCm[(unit ?? "").toLowerCase()];
      const read = readNumber(value ?? "");
      if (read !== undefined && factor !== undefined) return exactly(read * factor ** power);
    }
  return null;
}

/** 0.95 mm are 0.095 cm, not 0.09499999999999999. */
const exactly = (value: number): number => Number(value.toPrecision(15));
