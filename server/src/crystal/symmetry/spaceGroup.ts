import { operationsOfHallSymbol } from "./hallSymbol";
import type { LatticeParameters } from "../lattice";
import { spaceGroupTable } from "./spaceGroupTable";
import type { SymmetryOperation } from "../structure";

/** One setting of a space group. */
export interface SpaceGroupSetting {
  /** 1 to 230; `undefined` for a setting that no table lists. */
  readonly number: number | undefined;
  /** Which of the settings of its space group: axes (`b1`, `cab`), origin choice (`1`, `2`), `H` or `R`; empty for the only one. */
  readonly setting: string;
  readonly hallSymbol: string;
  /** Short Hermann-Mauguin symbol. */
  readonly symbol: string;
}

interface Index {
  readonly bySymbol: ReadonlyMap<string, readonly SpaceGroupSetting[]>;
  readonly byNumber: ReadonlyMap<number, readonly SpaceGroupSetting[]>;
}

let index: Index | undefined;

function tableIndex(): Index {
  index ??= buildIndex();
  return index;
}

function buildIndex(): Index {
  const bySymbol = new Map<string, SpaceGroupSetting[]>();
  const byNumber = new Map<number, SpaceGroupSetting[]>();
  for (const line of spaceGroupTable.trim().split("\n")) {
    const [number = "", setting = "", hallSymbol = "", symbol = "", ...others] = line.split("|");
    const entry = { number: Number(number), setting, hallSymbol, symbol };
    append(byNumber, entry.number, entry);
    for (const key of new Set([symbol, ...others].flatMap((name) => spellings(name, entry.number))))
      append(bySymbol, key, entry);
  }
  return { bySymbol, byNumber };
}

function append<K>(map: Map<K, SpaceGroupSetting[]>, key: K, entry: SpaceGroupSetting): void {
  const entries = map.get(key);
  if (entries) entries.push(entry);
  else map.set(key, [entry]);
}

/** Cubic symbols are also written without the minus of their threefold axis: `Fd3m`. */
function spellings(symbol: string, number: number): string[] {
  const key = squeezed(symbol);
  return number >= 200 ? [key, key.replace("-3", "3")] : [key];
}

function squeezed(symbol: string): string {
  return symbol.toLowerCase().replace(/[\s_()]+/g, "");
}

/** Characters, with all that files write around a symbol; taking a longer text apart would take long. */
const longestSymbol = 200;

/** A Hermann-Mauguin symbol taken apart: the symbol squeezed to lower case, and what says the setting. */
interface ParsedSymbol {
  readonly key: string;
  readonly setting: string;
}

/** `F d -3 m :2`, `Fd-3m S` and `R -3 m H` of ICSD, `F d -3 m O2`, `P2(1)/c`, `P6<sub>3</sub>/m`, `... (origin choice 1)`. */
function parseSymbol(text: string): ParsedSymbol {
  const origin = /origin\s*(?:choice)?\s*([12])/i.exec(text)?.[1];
  const axes = /(hexagonal|rhombohedral)\s*axes/i.exec(text)?.[1]?.[0];
  const bare = text
    .replace(/<[^>]*>/g, "")
    .replace(/\$?\\(?:bar|overline)\s*\{?([1346])\}?\$?|([1346])\u0305/g, "-$1$2")
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/\{[^}]*\}|\([^)]*[a-z]{3}[^)]*\)|\[[^\]]*[a-z]{3}[^\]]*\]/gi, "")
    .trim();
  const [, symbol = bare, after, letter] =
    /^([^:]*?)\s*(?::\s*(-?\w[\w-]*)|(O[12]|[SZHR]))$/.exec(bare) ?? [];
  const written = origin ?? axes ?? after ?? letter ?? "";
  const icsd: Record<string, string> = { S: "1", Z: "2", O1: "1", O2: "2" };
  const key = squeezed(symbol);
  // Files of proteins write H 3 and H 3 2 for the hexagonal axes of R 3 and R 3 2.
  if (/^h32?$/.test(key)) return { key: key.replace("h", "r"), setting: "h" };
  return { key, setting: (icsd[written.toUpperCase()] ?? written).toLowerCase() };
}

/**
 * The settings that a Hermann-Mauguin symbol can mean in a cell of this shape, the likeliest first; several where the symbol
 * leaves the choice of origin open. Empty for an unknown symbol.
 */
export function settingsOfSymbol(symbol: string, cell: LatticeParameters): SpaceGroupSetting[] {
  if (symbol.length > longestSymbol) return [];
  const { key, setting } = parseSymbol(symbol);
  const known = tableIndex().bySymbol.get(key) ?? [];
  const entries = known.length > 0 ? known : [systematicSetting(key)].filter((entry) => entry !== undefined);
  const told = entries.filter(
    (entry) => setting !== "" && tellsSetting(entry.setting.toLowerCase(), setting),
  );
  return preferred(told.length > 0 ? told : entries, cell);
}

function tellsSetting(setting: string, wanted: string): boolean {
  return setting === wanted || (/^[12]$/.test(wanted) && setting.startsWith(wanted));
}

/** The settings of a space-group number in a cell of this shape, the likeliest first. */
export function settingsOfNumber(number: number, cell: LatticeParameters): SpaceGroupSetting[] {
  const entries = tableIndex().byNumber.get(number) ?? [];
  const conventional = entries.filter(({ setting }) => /^(|[12HR]|-?[abc]1?)$/.test(setting));
  return preferred(conventional, cell).slice(0, 2);
}

/** Whether the axes of a space group can be named in several ways, so that its number alone does not tell the setting. */
export function hasOtherAxes(number: number): boolean {
  return (tableIndex().byNumber.get(number) ?? []).some(({ setting }) => !/^[12HR]?$/.test(setting));
}

/** Leaves the entries whose axes fit the cell, and puts the second choice of origin (the inversion centre) first. */
function preferred(entries: readonly SpaceGroupSetting[], cell: LatticeParameters): SpaceGroupSetting[] {
  const rhombohedral = isRhombohedral(cell) ? "R" : "H";
  const uniqueAxis = uniqueAxisOf(cell);
  const fitting = entries.filter(({ setting, number }) => {
    if (setting === "H" || setting === "R") return setting === rhombohedral;
    const isMonoclinic = number !== undefined && number >= 3 && number <= 15;
    if (isMonoclinic && entries.length > 1) return setting.includes(uniqueAxis);
    return true;
  });
  const kept = fitting.length > 0 ? fitting : [...entries];
  const first = kept[0];
  if (!first) return [];
  // Only a choice of origin is open; any further entry with the same symbol is the same group on other axes.
  const origins = kept.filter(
    ({ setting }) => setting.replace(/^[12]/, "") === first.setting.replace(/^[12]/, ""),
  );
  return first.setting.startsWith("1") ? origins.reverse() : origins.slice(0, 1);
}

function isRhombohedral({ a, b, c, alpha, beta, gamma }: LatticeParameters): boolean {
  const edge = Math.max(Math.abs(a - b), Math.abs(b - c)) < 0.02 * a;
  return edge && Math.abs(alpha - beta) < 0.5 && Math.abs(beta - gamma) < 0.5;
}

function uniqueAxisOf({ alpha, beta, gamma }: LatticeParameters): "a" | "b" | "c" {
  const off = [alpha, beta, gamma].map((angle) => Math.abs(angle - 90));
  const [a = 0, b = 0, c = 0] = off;
  if (a > b && a > c) return "a";
  return c > b && c > a ? "c" : "b";
}

/**
 * Settings that no table lists but the symbol itself defines: centred triclinic cells (`C -1`), tetragonal cells on the
 * diagonals of the base (`F 4/m m m`), and monoclinic groups in any cell (`B 1 21/d 1`), whose Hall symbol is the twofold
 * axis with its screw and glide.
 */
function systematicSetting(key: string): SpaceGroupSetting | undefined {
  const triclinic = /^([abcif])(-?)1$/.exec(key);
  if (triclinic) {
    const [, letter = "", sign = ""] = triclinic;
    return systematic(`${sign}${letter.toUpperCase()} 1`, key);
  }
  const hallSymbol = diagonalHallSymbol(key) ?? monoclinicHallSymbol(key);
  return hallSymbol === undefined ? undefined : systematic(hallSymbol, key);
}

function systematic(hallSymbol: string, symbol: string): SpaceGroupSetting {
  return { number: undefined, setting: "", hallSymbol, symbol };
}

/** `c4/mmm` is P 4/m m m and `f4/mmm` is I 4/m m m on the axes a - b and a + b, which exchange the last two places. */
function diagonalHallSymbol(key: string): string | undefined {
  const [, letter = "", axis = "", second = "", third = ""] =
    /^([cf])(-?4(?:\/m)?)([m2c]?)([m2c]?)$/.exec(key) ?? [];
  const [standard] = tableIndex().bySymbol.get(`${letter === "c" ? "p" : "i"}${axis}${third}${second}`) ?? [];
  return letter === "" || !standard ? undefined : `${standard.hallSymbol} (1/2*x-1/2*y,1/2*x+1/2*y,z)`;
}

/** Of a squeezed symbol, full (`p121/n1`) or short for axis b (`p21/n`); `undefined` where it is not monoclinic. */
export function monoclinicHallSymbol(key: string): string | undefined {
  const pattern = /^([pabcif])(?:1(E)1|11(E)|(E)11|(E))$/.source.replaceAll("E", "(?:21?)?(?:\\/?[abcnmd])?");
  const [, letter = "", onB, onC, onA, short] = new RegExp(pattern).exec(key) ?? [];
  const element = onB ?? onC ?? onA ?? short;
  if (element === undefined || element === "") return undefined;
  const [, two = "", screw = "", slash = "", plane = ""] = /^(2?)(1?)(\/?)([abcnmd]?)$/.exec(element) ?? [];
  if ((two === "" && (screw !== "" || slash !== "")) || (two !== "" && (slash === "") !== (plane === "")))
    return undefined;
  const [axis, along] = onC !== undefined ? ["", "c"] : onA !== undefined ? ["x", "a"] : ["y", "b"];
  const across = ["a", "b", "c"].filter((direction) => direction !== along).join("");
  const glide =
    plane === "n"
      ? across
      : plane === "m"
        ? ""
        : plane === "d"
          ? across.replace(/./g, (d) => quarter[d] ?? "")
          : plane;
  if (glide.includes(along)) return undefined;
  const lattice = letter.toUpperCase();
  if (two === "") return `${lattice} -2${axis}${glide}`;
  return `${plane === "" ? "" : "-"}${lattice} 2${axis}${screw === "" ? "" : along}${glide}`;
}

const quarter: Record<string, string> = { a: "u", b: "v", c: "w" };

const groups = new Map<string, readonly SymmetryOperation[] | undefined>();

/** The operations of a setting, identity first. Made once a setting. */
export function operationsOfSetting({ hallSymbol }: SpaceGroupSetting): readonly SymmetryOperation[] {
  if (!groups.has(hallSymbol)) groups.set(hallSymbol, operationsOfHallSymbol(hallSymbol));
  return groups.get(hallSymbol) ?? [];
}
