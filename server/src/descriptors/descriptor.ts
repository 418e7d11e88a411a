import * as v from "valibot";
import { isOrdered, type Structure } from "../crystal/structure";
import { hyperparametersOf, type Hyperparameter, type HyperparameterSchema } from "./hyperparameters";

/** What a descriptor says of a crystal; `reason` says in words, without a full stop, why it says nothing. */
export type Description =
  | {
      readonly ok: true;
      /** Raw: neither scaled nor standardised. */
      readonly values: Float64Array;
      /** A name for each value. */
      readonly labels: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

export type Describe = (structure: Structure) => Description;

/** A descriptor with its hyper-parameters settled; `reason` says what is wrong with them. */
export type Configured =
  { readonly ok: true; readonly describe: Describe } | { readonly ok: false; readonly reason: string };

/** The values that a hyper-parameter takes in the grid search of Table A.1. */
export type Grid = Readonly<Record<string, readonly (number | string)[]>>;

/** A way to turn a crystal into a vector of numbers (Table 2.1 of the thesis). */
export interface Descriptor {
  readonly name: string;
  /** As Table 2.1 calls it. */
  readonly title: string;
  /** Whether partly occupied and shared sites count by their occupancy, or have to be ordered first. */
  readonly disorder: "weighted" | "refused";
  readonly hyperparameters: readonly Hyperparameter[];
  readonly grid: Grid;
  /** Whether space groups are looked for, so that a detector has to be there. */
  readonly usesSpaceGroups: boolean;
  /** Settles the hyper-parameters, an object with those that differ from the defaults. */
  readonly configure: (options?: unknown) => Configured;
}

interface Definition<Schema extends HyperparameterSchema> extends Omit<
  Descriptor,
  "configure" | "hyperparameters" | "grid" | "usesSpaceGroups"
> {
  readonly grid?: Grid;
  readonly usesSpaceGroups?: boolean;
  readonly options: Schema;
  /** Is given structures with at least one site, ordered ones if the descriptor refuses disorder. */
  readonly describe: (structure: Structure, options: v.InferOutput<Schema>) => Description;
}

/** Makes a descriptor of what is its own: checks of options, of the structure and of the numbers are common to all. */
export function defineDescriptor<Schema extends HyperparameterSchema>({
  options: schema,
  describe,
  grid = {},
  usesSpaceGroups = false,
  ...about
}: Definition<Schema>): Descriptor {
  const configure = (options: unknown = {}): Configured => {
    const parsed = v.safeParse(schema, options);
    if (!parsed.success) return refuse(parsed.issues.map(issueText).join("; "));
    return {
      ok: true,
      describe: (structure) =>
        refusal(structure, about.disorder) ?? finite(describe(structure, parsed.output)),
    };
  };
  return { ...about, hyperparameters: hyperparametersOf(schema), grid, usesSpaceGroups, configure };
}

/** For descriptors that have no hyper-parameters. */
export const noOptions = v.strictObject({});

export function described(values: ArrayLike<number>, labels: readonly string[]): Description {
  return { ok: true, values: Float64Array.from(values), labels };
}

export function refuse(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}

function refusal(structure: Structure, disorder: Descriptor["disorder"]): Description | undefined {
  if (!structure.orbits.some(({ occupants }) => occupants.length > 0)) return refuse("there are no sites");
  if (disorder === "refused" && !isOrdered(structure))
    return refuse("sites are partly occupied or shared: order the structure first (superion order)");
  return undefined;
}

function finite(description: Description): Description {
  if (!description.ok || description.values.every(Number.isFinite)) return description;
  return refuse("a value is beyond all numbers: check the cell and the atom sites");
}

function issueText({ path, message }: v.BaseIssue<unknown>): string {
  const place = path?.map(({ key }) => String(key)).join(".") ?? "";
  return place === "" ? message : `${place}: ${message}`;
}
