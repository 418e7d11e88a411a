/** What a name or title says of the temperature. */
export type TemperatureInText =
  | { readonly kind: "found"; readonly celsius: number; readonly words: string; readonly isRoom: boolean }
  | { readonly kind: "several"; readonly words: readonly string[] }
  | { readonly kind: "none" };

/** `25C`, `-20°C`, `T25C`, `25.5 degC`, `298K`, `200deg`; not `C01`, `12_C`, `50mV` or `0.5C`, which is a cycling rate. */
const written =
  /(?:(?<![A-Za-z0-9.,])|(?<=(?<![A-Za-z0-9])[Tt]))(minus\s?|neg\s?|[-−])?(\d{1,4}(?:[.,p]\d+)?)(?:[\s_]?(°\s?[CK]?|[Dd]eg(?:rees?)?[\s_]?[CK]?|[Gg]rad|[Cc]elsius|[Kk]elvin)|\s?([CK]))(?![A-Za-z0-9])/g;
/** Behind a letter, only a unit with a degree sign is clear. */
const behindLetter = /(?<=[A-Za-z])()(\d{1,4}(?:[.,]\d+)?)\s?(°\s?C|degC|°)(?![A-Za-z0-9])/g;
const room = /(?<![A-Za-z0-9])(?:RT|R\.T\.|[Rr]oom[\s_-]?[Tt]emp(?:erature)?|Raumtemperatur)(?![A-Za-z0-9])/;

const roomC = 25;
const absoluteZero = -273.15;
const leastKelvin = 50;
const most = 2000;
/** Batteries are charged at up to 5C. */
const mostRate = 5;

/** The temperature that a file's name or a title tells, in degrees Celsius; a hyphen behind a letter or digit is no minus. */
export function temperatureInText(text: string): TemperatureInText {
  const short = text.slice(0, 300);
  const found = new Map<number, string>();
  for (const pattern of [written, behindLetter])
    for (const [words, minus = "", digits = "", long, letter = ""] of short.matchAll(pattern)) {
      const value = celsius(digits, long ?? letter, minus !== "");
      if (value !== undefined && !found.has(value)) found.set(value, words.trim());
    }
  const [first, ...others] = found;
  if (first && others.length > 0) return { kind: "several", words: [...found.values()] };
  if (first) return { kind: "found", celsius: first[0], words: first[1], isRoom: false };
  const named = room.exec(short);
  return named ? { kind: "found", celsius: roomC, words: named[0], isRoom: true } : { kind: "none" };
}

function celsius(digits: string, unit: string, negative: boolean): number | undefined {
  const size = Number(digits.replace(/[,p]/, "."));
  if (/K$|kelvin/i.test(unit)) {
    const isTemperature = !negative && size >= leastKelvin && size <= most;
    return isTemperature ? Number((size + absoluteZero).toFixed(6)) : undefined;
  }
  const value = negative ? -size : size;
  const isRate = unit === "C" && size > 0 && size < mostRate;
  return isRate || value < absoluteZero || value > most ? undefined : value;
}
