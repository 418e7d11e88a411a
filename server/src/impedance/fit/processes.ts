import { elementsOf, type Circuit, type CircuitPart } from "../circuit/circuit";
import type { Quantity } from "../circuit/elements";
import { timeConstant } from "./orderOfArcs";
import { inSeries } from "./seriesParts";

/** What a process of a circuit, such as an arc or a diffusion, is like. */
interface Character {
  /** Ohm. */
  readonly size: number;
  /** Seconds. */
  readonly time: number;
}

interface Process extends Character {
  readonly part: CircuitPart;
  /** Processes of one kind can be exchanged without a change. */
  readonly kind: string;
}

/**
 * The values with processes exchanged, with one process spent on half of another, or with a diffusion somewhere else. A diffusion
 * that describes an arc, unlike arcs in the wrong order, or one arc for two are minima of a fit from which no small step leads
 * away. @param times seconds, that diffusions are tried at
 */
export function rearranged(
  circuit: Circuit,
  values: readonly number[],
  times: readonly number[],
): number[][] {
  const processes = processesOf(circuit, values);
  return [
    ...exchanged(processes, values),
    ...divided(processes, values),
    ...displaced(processes, values, times),
  ];
}

/** How many processes a circuit has. */
export function processCount(circuit: Circuit): number {
  return inSeries(circuit).filter(({ part }) => isProcess(part)).length;
}

function processesOf(circuit: Circuit, values: readonly number[]): Process[] {
  return inSeries(circuit).flatMap(({ part, kind }) => {
    if (!isProcess(part)) return [];
    const [place] = placesOf(part, isSize);
    return [{ part, kind, size: values[place ?? 0] ?? 1, time: timeConstant(part, values) }];
  });
}

function exchanged(processes: readonly Process[], values: readonly number[]): number[][] {
  return permutations(processes.length)
    .filter((order) => order.some((from, to) => processes[from]?.kind !== processes[to]?.kind))
    .map((order) => {
      const moved = [...values];
      order.forEach((from, to) => {
        const [process, character] = [processes[to], processes[from]];
        if (process && character && from !== to) assume(process.part, character, moved);
      });
      return moved;
    });
}

/** How far the halves of a process are put apart. */
const timesApart = [3, 1 / 3];

function divided(processes: readonly Process[], values: readonly number[]): number[][] {
  return processes.flatMap((spent) =>
    processes.flatMap((halved) => {
      if (spent === halved) return [];
      const [size, { time }] = [halved.size / 2, halved];
      return timesApart.map((factor) => {
        const moved = [...values];
        assume(spent.part, { size, time: time * factor }, moved);
        assume(halved.part, { size, time: time / factor }, moved);
        return moved;
      });
    }),
  );
}

/** A diffusion as a share of all processes, where it hides. */
const usualShare = 0.2;

function displaced(
  processes: readonly Process[],
  values: readonly number[],
  times: readonly number[],
): number[][] {
  return processes
    .filter(({ part }) => isDiffusion(part))
    .flatMap((diffusion) => {
      const others = processes.filter((one) => one !== diffusion);
      const size = usualShare * others.reduce((sum, one) => sum + one.size, 0) || diffusion.size;
      return times.map((time) => {
        const moved = [...values];
        assume(diffusion.part, { size, time }, moved);
        return moved;
      });
    });
}

/** All of three, else the exchanges of two; none that changes nothing. */
function permutations(count: number): number[][] {
  const identity = Array.from({ length: count }, (_, i) => i);
  const pairs = identity.flatMap((a) => identity.slice(a + 1).map((b) => identity.with(a, b).with(b, a)));
  return count === 3 ? [...pairs, [1, 2, 0], [2, 0, 1]] : pairs;
}

const isSize = (quantity: Quantity) => quantity === "resistance" || quantity === "impedance";
const isTime = (quantity: Quantity) => ["time", "capacitance", "admittance"].includes(quantity);

function isProcess(part: CircuitPart): boolean {
  return placesOf(part, isSize).length === 1 && placesOf(part, isTime).length === 1;
}

const isDiffusion = (part: CircuitPart) => placesOf(part, (quantity) => quantity === "impedance").length > 0;

/** Of parameters of a part, among those of the circuit. */
function placesOf(part: CircuitPart, isWanted: (quantity: Quantity) => boolean): number[] {
  return elementsOf(part).flatMap(({ element, offset }) =>
    element.parameters.flatMap(({ quantity }, i) => (isWanted(quantity) ? [offset + i] : [])),
  );
}

/** An exponent below this would make a part of another character. */
const leastExponent = 0.8;

/** Changes the values so that a part has a character. */
function assume(part: CircuitPart, { size, time }: Character, values: number[]): void {
  const [place] = placesOf(part, (quantity) => quantity === "exponent");
  const exponent = place === undefined ? 1 : Math.max(values[place] ?? 1, leastExponent);
  for (const { element, offset } of elementsOf(part))
    element.parameters.forEach(({ quantity }, i) => {
      const value = assumed(quantity, size, time, exponent);
      if (value !== undefined) values[offset + i] = value;
    });
}

function assumed(quantity: Quantity, size: number, time: number, exponent: number): number | undefined {
  switch (quantity) {
    case "resistance":
    case "impedance":
      return size;
    case "time":
      return time;
    case "capacitance":
      return time / size;
    case "admittance":
      return time ** exponent / size;
    case "exponent":
      return exponent;
    case "inductance":
    case "warburg":
    case "number":
      return undefined;
  }
}
