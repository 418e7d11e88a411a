import { getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import type { ImpedanceProblem, Severity } from "../problem";
import type { Cell, Measured } from "./cell";
import { cellProblems } from "./cellProblems";
import { areaUnits, densityUnits, lengthUnits, massUnits, temperatureUnits } from "./units";

export interface CellReading {
  /** What could be read; the rest is `null`. */
  readonly cell: Cell;
  readonly problems: readonly ImpedanceProblem[];
}

/** Longer than any cell file. */
const mostCharacters = 1_000_000;

/**
 * Reads a cell file: JSON, in which comments are allowed.
 *
 *     { "sample": "pellet 3",
 *       "thickness": { "value": 0.95, "uncertainty": 0.02, "unit": "mm" },
 *       "diameter": { "value": 6, "unit": "mm" },
 *       "files": { "pellet3_25C.mpt": { "temperature": { "value": 25, "unit": "C" } } } }
 */
export function readCell(text: string): CellReading {
  const reader = new CellReader(text.slice(0, mostCharacters));
  const cell = reader.read();
  return { cell, problems: [...reader.problems, ...cellProblems(cell)] };
}

export const knownKeys: readonly string[] = [
  "$schema",
  "sample",
  "thickness",
  "diameter",
  "area",
  "mass",
  "density",
  "files",
  "notes",
];

class CellReader {
  readonly problems: ImpedanceProblem[] = [];

  constructor(private readonly text: string) {}

  read(): Cell {
    const errors: ParseError[] = [];
    const root = parseTree(this.text, errors, { allowTrailingComma: true });
    const [error] = this.text.trim() === "" ? [] : errors;
    if (error) this.tell("json", "error", `This is no JSON: ${words(error)}.`, error.offset);
    const entries = this.entriesOf(root, "The file");
    for (const [key, { parent }] of entries)
      if (!knownKeys.includes(key))
        this.tell(
          "unknown-key",
          "information",
          `"${key}" is not known and is left as it is.`,
          parent?.offset ?? 0,
        );
    const measured = (key: string, units: Readonly<Record<string, number>>) =>
      this.measured(key, entries.get(key), units);
    return {
      sample: this.textOf(entries.get("sample"), "sample"),
      thicknessCm: measured("thickness", lengthUnits),
      diameterCm: measured("diameter", lengthUnits),
      areaCm2: measured("area", areaUnits),
      massG: measured("mass", massUnits),
      density: measured("density", densityUnits),
      temperaturesC: this.temperatures(entries.get("files")),
    };
  }

  private textOf(node: Node | undefined, key: string): string | null {
    const value: unknown = node && getNodeValue(node);
    if (node && typeof value !== "string")
      this.tell("not-text", "error", `"${key}" must be a text in quotes.`, node.offset);
    return typeof value === "string" ? value : null;
  }

  private measured(
    key: string,
    node: Node | undefined,
    units: Readonly<Record<string, number>>,
  ): Measured | null {
    if (!node) return null;
    const entries = this.entriesOf(node, `"${key}"`);
    if (node.type !== "object") return null;
    const value = this.number(entries.get("value"), `the value of "${key}"`);
    const uncertainty = entries.has("uncertainty")
      ? this.number(entries.get("uncertainty"), `the uncertainty of "${key}"`)
      : 0;
    const factor = this.unit(entries.get("unit"), key, units, node);
    if (value === undefined || uncertainty === undefined || factor === undefined) return null;
    if (value <= 0 || uncertainty < 0) {
      this.tell(
        "not-positive",
        "error",
        `"${key}" must be above zero, its uncertainty not below.`,
        node.offset,
      );
      return null;
    }
    return { value: exactly(value * factor), uncertainty: exactly(uncertainty * factor) };
  }

  private number(node: Node | undefined, what: string): number | undefined {
    const value: unknown = node && getNodeValue(node);
    if (typeof value === "number" && Number.isFinite(value)) return value;
    const message = node
      ? `${capital(what)} must be a number, such as 0.95.`
      : `${capital(what)} is missing.`;
    this.tell("no-number", "error", message, node?.offset ?? 0);
    return undefined;
  }

  private unit(
    node: Node | undefined,
    key: string,
    units: Readonly<Record<string, number>>,
    owner: Node,
  ): number | undefined {
    const unit: unknown = node && getNodeValue(node);
    const factor = typeof unit === "string" && Object.hasOwn(units, unit) ? units[unit] : undefined;
    if (factor === undefined) {
      const known = Object.keys(units).join(", ");
      const what = node ? `The unit of "${key}" is not known` : `"${key}" has no unit`;
      this.tell("no-unit", "error", `${what}. Write one of ${known}.`, (node ?? owner).offset);
    }
    return factor;
  }

  private temperatures(node: Node | undefined): Map<string, number> {
    const temperatures = new Map<string, number>();
    if (!node) return temperatures;
    for (const [file, entry] of this.entriesOf(node, '"files"')) {
      const temperature = this.entriesOf(entry, `"${file}"`).get("temperature");
      if (!temperature) continue;
      const entries = this.entriesOf(temperature, `The temperature of "${file}"`);
      if (temperature.type !== "object") continue;
      const value = this.number(entries.get("value"), `the temperature of "${file}"`);
      const offset = this.unit(entries.get("unit"), `temperature of ${file}`, temperatureUnits, temperature);
      if (value === undefined || offset === undefined) continue;
      const celsius = exactly(value + offset);
      if (celsius > -273.15) temperatures.set(file, celsius);
      else this.tell("not-positive", "error", "A temperature lies above absolute zero.", temperature.offset);
    }
    return temperatures;
  }

  /** The values of an object by their keys; of anything else nothing, and an error. */
  private entriesOf(node: Node | undefined, what: string): Map<string, Node> {
    const entries = new Map<string, Node>();
    if (node?.type !== "object") {
      if (node) this.tell("no-object", "error", `${what} must be an object in braces.`, node.offset);
      return entries;
    }
    for (const { children: [key, value] = [] } of node.children ?? [])
      if (key && value) entries.set(String(getNodeValue(key)), value);
    return entries;
  }

  private tell(code: string, severity: Severity, message: string, offset: number): void {
    const lines = this.text.slice(0, offset).split(/\r\n|\n|\r/);
    const column = (lines.at(-1)?.length ?? 0) + 1;
    this.problems.push({ code, severity, message, line: lines.length, column });
  }
}

const words = ({ error }: ParseError): string =>
  printParseErrorCode(error)
    .replace(/([A-Z])/g, " $1")
    .trim()
    .toLowerCase();

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** 0.95 mm are 0.095 cm, not 0.09499999999999999. */
const exactly = (value: number): number => Number(value.toPrecision(15));
