import {
  elementsOf,
  type Circuit,
  type CircuitParameter,
  type CircuitPart,
  type ElementPart,
} from "./circuit";
import { elementKinds } from "./elements";

/** What is wrong with the text of a circuit. */
export interface CircuitError {
  readonly message: string;
  /** Of the text, from 0, where the fault lies. */
  readonly position: number;
  /** Characters from there. */
  readonly length: number;
}

export type CircuitReading =
  { readonly ok: true; readonly circuit: Circuit } | { readonly ok: false; readonly error: CircuitError };

/** A circuit of more elements describes nothing that a spectrum can tell. */
const mostElements = 30;
/** Keeps brackets within brackets from exhausting the stack. */
const mostCharacters = 1000;

/**
 * Reads a circuit in the notation of impedance.py: `-` for series, `p(a,b)` for parallel, elements by letters and a number,
 * as in `R0-p(R1,CPE1)-p(R2,CPE2)-CPE3`. Spaces mean nothing.
 */
export function parseCircuit(text: string): CircuitReading {
  try {
    return { ok: true, circuit: new Parser(text).circuit() };
  } catch (error) {
    if (error instanceof SyntaxFault) return { ok: false, error: error.detail };
    throw error;
  }
}

class SyntaxFault extends Error {
  constructor(readonly detail: CircuitError) {
    super(detail.message);
  }
}

class Parser {
  private position = 0;
  private parameterCount = 0;
  private readonly names = new Set<string>();

  constructor(private readonly text: string) {}

  circuit(): Circuit {
    if (this.text.length > mostCharacters)
      this.fail(`A circuit may have ${mostCharacters} characters.`, mostCharacters);
    const parts = this.series();
    if (this.peek() === ")") this.fail("This bracket closes nothing.");
    if (this.peek() === ",") this.fail("A comma stands only inside p( ).");
    if (this.peek() !== "") this.fail(`"${this.peek()}" is not understood: parts are joined by "-".`);
    return { text: this.text.replaceAll(/\s/g, ""), parts, parameters: parts.flatMap(parametersOf) };
  }

  private series(): CircuitPart[] {
    const parts = [this.part()];
    while (this.peek() === "-") {
      this.position++;
      parts.push(this.part());
    }
    return parts;
  }

  private part(): CircuitPart {
    const rest = this.text.slice(this.skipSpaces());
    return /^p\s*\(/.test(rest) ? this.parallel() : this.element(/^[A-Za-z]+_?\d*/.exec(rest)?.[0]);
  }

  private parallel(): CircuitPart {
    const start = this.position;
    this.position = this.text.indexOf("(", start) + 1;
    const branches = [this.branch()];
    while (this.peek() === ",") {
      this.position++;
      branches.push(this.branch());
    }
    if (this.peek() !== ")") this.fail("A closing bracket is missing.", start, this.position - start);
    this.position++;
    if (branches.length < 2)
      this.fail("Parallel needs two branches: p(R1,C1).", start, this.position - start);
    return { kind: "parallel", ...extentOf(branches), parts: branches };
  }

  private branch(): CircuitPart {
    const parts = this.series();
    const [only] = parts;
    return only && parts.length === 1 ? only : { kind: "series", ...extentOf(parts), parts };
  }

  private element(name: string | undefined): ElementPart {
    if (name === undefined) {
      const found = this.peek();
      const what = found === "" ? "the circuit ends here" : `"${found}" stands here`;
      return this.fail(`An element such as R1 or p(R1,CPE1) is expected, but ${what}.`);
    }
    const element = elementKinds.get(name.replace(/_?\d*$/, ""));
    if (!element) {
      const known = [...elementKinds.keys()].join(", ");
      return this.fail(`There is no element "${name}". Elements are ${known}.`, this.position, name.length);
    }
    if (this.names.has(name))
      this.fail(`"${name}" stands twice: give each element a number of its own.`, this.position, name.length);
    this.names.add(name);
    if (this.names.size > mostElements)
      this.fail(`A circuit may have ${mostElements} elements.`, this.position, name.length);
    this.position += name.length;
    const offset = this.parameterCount;
    const count = element.parameters.length;
    this.parameterCount += count;
    return { kind: "element", name, element, offset, count };
  }

  private skipSpaces(): number {
    while (/\s/.test(this.text.charAt(this.position))) this.position++;
    return this.position;
  }

  /** The next character that is no space, empty at the end. */
  private peek(): string {
    return this.text.charAt(this.skipSpaces());
  }

  private fail(message: string, position = this.position, length = 1): never {
    throw new SyntaxFault({ message, position, length });
  }
}

function extentOf(parts: readonly CircuitPart[]): { offset: number; count: number } {
  return { offset: parts[0]?.offset ?? 0, count: parts.reduce((sum, { count }) => sum + count, 0) };
}

function parametersOf(part: CircuitPart): CircuitParameter[] {
  return elementsOf(part).flatMap(({ name, element }) =>
    element.parameters.map((parameter, i) => ({
      ...parameter,
      name: element.parameters.length > 1 ? `${name}_${i}` : name,
      element: name,
    })),
  );
}
