import { useId } from "preact/hooks";
import type { ClusterChoices, DescriptorPair } from "../../../server/src/protocol/clusters";
import {
  readHyperparameters,
  typedValue,
  type Hyperparameter,
} from "../../../server/src/protocol/hyperparameters";

/** A descriptor of a simplification as it is typed. */
export interface PairDraft {
  readonly descriptor: string;
  readonly simplification: string;
  /** What was typed of hyper-parameters, by name. */
  readonly texts: Readonly<Record<string, string>>;
}

export interface PairFieldsProps {
  readonly choices: ClusterChoices;
  readonly draft: PairDraft;
  /** Which of two. */
  readonly place: "first" | "second";
  readonly onDraft: (draft: PairDraft) => void;
}

/** The pair of a draft; a message in place of it where a hyper-parameter is wrong. */
export function pairOfDraft({ texts, ...pair }: PairDraft, choices: ClusterChoices): DescriptorPair | string {
  const read = readHyperparameters(declaredIn(choices, pair.descriptor), texts);
  if (!read.ok) return Object.values(read.problems).join(" ");
  return Object.keys(read.chosen).length > 0 ? { ...pair, options: read.chosen } : pair;
}

/** Chooses a descriptor, its simplification and its hyper-parameters. */
export function PairFields({ choices, draft, place, onDraft }: PairFieldsProps) {
  const { descriptor, simplification, texts } = draft;
  const declared = declaredIn(choices, descriptor);
  const named = (what: string) => (place === "first" ? what : `Second ${what.toLowerCase()}`);
  return (
    <>
      <select
        aria-label={named("Descriptor")}
        value={descriptor}
        onChange={({ currentTarget }) => {
          onDraft({ ...draft, descriptor: currentTarget.value, texts: {} });
        }}
      >
        {choices.descriptors.map(({ name, title }) => (
          <option key={name} value={name} title={title}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={named("Simplification")}
        value={simplification}
        onChange={({ currentTarget }) => {
          onDraft({ ...draft, simplification: currentTarget.value });
        }}
      >
        {choices.simplifications.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      {declared.length > 0 && (
        <details class="hyperparameters">
          <summary>{named("Hyper-parameters")}</summary>
          <HyperparameterFields
            declared={declared}
            texts={texts}
            onText={(name, text) => {
              onDraft({ ...draft, texts: { ...texts, [name]: text } });
            }}
          />
        </details>
      )}
    </>
  );
}

function declaredIn({ descriptors }: ClusterChoices, descriptor: string): readonly Hyperparameter[] {
  return descriptors.find(({ name }) => name === descriptor)?.hyperparameters ?? [];
}

interface HyperparameterFieldsProps {
  readonly declared: readonly Hyperparameter[];
  readonly texts: PairDraft["texts"];
  readonly onText: (name: string, text: string) => void;
}

function HyperparameterFields({ declared, texts, onText }: HyperparameterFieldsProps) {
  const read = readHyperparameters(declared, texts);
  const problems = read.ok ? {} : read.problems;
  return (
    <div>
      {declared.map((one) => (
        <HyperparameterField
          key={one.name}
          declared={one}
          text={texts[one.name] ?? ""}
          problem={problems[one.name]}
          onText={(text) => {
            onText(one.name, text);
          }}
        />
      ))}
    </div>
  );
}

interface HyperparameterFieldProps {
  readonly declared: Hyperparameter;
  readonly text: string;
  readonly problem: string | undefined;
  readonly onText: (text: string) => void;
}

function HyperparameterField({ declared, text, problem, onText }: HyperparameterFieldProps) {
  const id = useId();
  const { name, meaning, values, allowed, usual } = declared;
  return (
    <>
      <label for={id} title={`${meaning}: ${allowed}`}>
        {name}
      </label>
      {values.kind === "choice" ? (
        <select
          id={id}
          value={text === "" ? typedValue(usual) : text}
          onChange={({ currentTarget }) => {
            onText(currentTarget.value);
          }}
        >
          {values.choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          spellcheck={false}
          placeholder={typedValue(usual)}
          value={text}
          aria-invalid={problem !== undefined}
          onInput={({ currentTarget }) => {
            onText(currentTarget.value);
          }}
        />
      )}
      <span
        class={problem === undefined ? "count" : "notice"}
        role={problem === undefined ? undefined : "alert"}
      >
        {problem ?? meaning}
      </span>
    </>
  );
}
