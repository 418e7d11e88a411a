/** What a column of a table of spectra can hold. */
export type Quantity = "frequency" | "re" | "im" | "modulus" | "phase" | "temperature" | "loop";

/** What the name of a column says of it. */
export interface ColumnMeaning {
  readonly quantity: Quantity;
  /** To hertz, ohm, radian or degrees Celsius, with the sign turned where the column says minus. */
  readonly scale: number;
  /** A phase may be named without its unit. */
  readonly unitKnown: boolean;
  /** Added after scaling. */
  readonly offset: number;
  /** A unit of impedance times area, which is no ohm. */
  readonly areal: boolean;
}

/** Names in lower case, without unit, sign, blanks, dots and underscores; primes are `'` and `"`. */
const names: readonly (readonly [Quantity | "angularFrequency", RegExp])[] = [
  ["frequency", /^(f|fr|freq|frequency|frequenz|messfrequenz|fréquence|frequence|frequencia)$/],
  ["angularFrequency", /^(ω|w|omega|angularfrequency|kreisfrequenz)$/],
  ["re", /^(re|real|realteil|realpart|rez|realz|re\(z\)|real\(z\)|zre|zreal|zrealteil|z're|r|rs|zr|z1)$/],
  ["re", /^(zs?'|z',?real(part|teil)?|re\(?zs?'?\)?|real\(?z'\)?|real(part|teil),?\(?z'?\)?)$/],
  ["im", /^(im|imag|imaginary|imagin(ä|ae|a)rteil|imagpart|imaginarypart|imz|imagz|im\(z\)|imag\(z\))$/],
  ["im", /^(zim|zimag|zimg|zimaginary|zimagin(ä|ae)rteil|z"im|x|xs|zi|z2)$/],
  ["im", /^(zs?"|z",?(imag|imaginarypart|imaginary|imagin(ä|ae)rteil)|im(ag)?\(?z"\)?)$/],
  ["im", /^(imaginarypart|imagin(ä|ae)rteil),?\(?z"?\)?$/],
  [
    "modulus",
    /^(z|\|z\||\|z|zmod|zabs|absz|abs\(z\)|mod|mod\(z\)|modulus|z,?modulus|zmagnitude|magnitude|mag)$/,
  ],
  ["modulus", /^(betrag|betragz|betrag\(z\)|zbetrag|abs|impedance|impedanz|magz|mag\(z\)|\|z\|modulus)$/],
  ["phase", /^(phase|phasez|phase\(z\)|zphase|zphz|phz|phasenwinkel|phasewinkel|phaseangle|zphaseangle)$/],
  ["phase", /^(theta|θ|phi|φ|ϕ|winkel|angle|arg|argz|arg\(z\)|phase\/?shift|phi\(z\)|theta\(z\)|theta-?z)$/],
  ["temperature", /^(temp|temperature|temperatur|sampletemp(erature)?|probentemperatur|tempsample)$/],
  ["loop", /^(loop|loopnumber|loopnr|loop#|sweep|sweepnumber|spectrum|spectrumnumber|spektrum|messung)$/],
];

const prefixes: Readonly<Record<string, number>> = { m: 1e-3, "": 1, k: 1e3, K: 1e3, M: 1e6, G: 1e9 };
const hertz = /^([mkKMG]?)Hz$/i;
const ohm = /^([mkKMG]?)(?:ohms?|Ω)(.*)$/i;
const areal = /^[\s*.·x×-]*(?:cm|m|mm)\s*[\^]?[2²]$/i;
const bracketed = /^(.*?)\s*(?:\[\s*([^[\]]*?)\s*\]|\(\s*([^()]*?)\s*\))$/;
const separated = /^(.*?)\s*(?:[/,;_ ]|\sin\s)\s*([^/,;_ ]+)$/;

/** What the name of a column means, with its unit: `-Im(Z)/Ohm`, `Z'' [kOhm]`, `Imaginärteil (Ω)`, `z_im_ohm`, `Freq.[Hz]`. */
export function columnMeaning(name: string): ColumnMeaning | undefined {
  if (name.length > 80) return undefined;
  const { base, unit } = withoutUnit(plainName(name));
  const { sign, bare } = withoutSign(base);
  const named = names.find(([, pattern]) => pattern.test(bare))?.[0];
  if (named) return withUnit(named, sign, unit);
  return /^t$/.test(bare) && isTemperature(unit) ? withUnit("temperature", sign, unit) : undefined;
}

function plainName(name: string): string {
  return name
    .replace(/^["\s#]+(?=[\w|-])|\s+$/g, "")
    .replace(/[′’‘´`]/g, "'")
    .replace(/[″”“]|''/g, '"')
    .replace(/[−–]/g, "-")
    .replace(/-data$/i, "")
    .replace(/\u2126/g, "Ω")
    .trim();
}

function withoutUnit(name: string): { base: string; unit: string } {
  const inBrackets = bracketed.exec(name);
  const bracket = inBrackets?.[2] ?? inBrackets?.[3];
  if (inBrackets && bracket !== undefined && (isUnit(bracket) || /^[ab]$/.test(bracket)))
    return { base: inBrackets[1] ?? "", unit: bracket };
  const behind = separated.exec(name);
  if (behind && isUnit(behind[2] ?? "")) return { base: behind[1] ?? "", unit: behind[2] ?? "" };
  const apart = /^(.*?)\s*[/([]\s*((?:[mkKMG]?ohms?|[mkKMG]?Ω)[^)\]]*)[)\]]?$/i.exec(name);
  return apart && isUnit(apart[2] ?? "")
    ? { base: apart[1] ?? "", unit: apart[2] ?? "" }
    : { base: name, unit: "" };
}

function isUnit(text: string): boolean {
  const impedance = ohm.exec(text);
  return (
    hertz.test(text) ||
    (impedance !== null && (impedance[2] === "" || areal.test(impedance[2] ?? ""))) ||
    isTemperature(text) ||
    isAngle(text) ||
    /^(rad\/s|1\/s|s-1|s\^-1)$/i.test(text)
  );
}

const isTemperature = (text: string): boolean => /^(°\s?C|deg\.?\s?C|C|K|°\s?K|celsius|kelvin)$/i.test(text);
const isAngle = (text: string): boolean => /^(deg(rees?)?\.?|°|grad|rad(ians?)?)$/i.test(text);

function withoutSign(base: string): { sign: number; bare: string } {
  const bare = base
    .toLowerCase()
    .replace(/[\s_.:]/g, "")
    .replace(/^impedan(ce|z)(?=.)/, "");
  const signed = /^(?:-1\*|\(-\)|-|minus|neg(?:ative)?)-?(?=.)(.*)$/.exec(bare);
  return signed ? { sign: -1, bare: (signed[1] ?? "").replace(/^\((.*)\)$/, "$1") } : { sign: 1, bare };
}

function withUnit(named: Quantity | "angularFrequency", sign: number, unit: string): ColumnMeaning {
  const plain = { scale: sign, unitKnown: true, offset: 0, areal: false };
  switch (named) {
    case "angularFrequency":
      return { ...plain, quantity: "frequency", scale: 1 / (2 * Math.PI) };
    case "frequency":
      return /^rad\/s$/i.test(unit)
        ? { ...plain, quantity: named, scale: 1 / (2 * Math.PI) }
        : { ...plain, quantity: named, scale: prefixes[hertz.exec(unit)?.[1] ?? ""] ?? 1 };
    case "re":
    case "im":
    case "modulus": {
      const [, prefix = "", rest = ""] = ohm.exec(unit) ?? [];
      return { ...plain, quantity: named, scale: sign * (prefixes[prefix] ?? 1), areal: areal.test(rest) };
    }
    case "phase":
      return isAngle(unit)
        ? { ...plain, quantity: named, scale: sign * angle(unit) }
        : { ...plain, quantity: named, unitKnown: false };
    case "temperature":
      return { ...plain, quantity: named, offset: /K$|kelvin/i.test(unit) ? -273.15 : 0 };
    case "loop":
      return { ...plain, quantity: named };
  }
}

const angle = (unit: string): number => (/^rad/i.test(unit) ? 1 : Math.PI / 180);
