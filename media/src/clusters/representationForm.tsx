import * as v from "valibot";
import type { ClusterChoices, ClusterRepresentation } from "../../../server/src/protocol/clusters";
import { reader } from "../../../server/src/protocol/webview";
import { useViewState } from "../shared/viewState";
import { PairFields, pairOfDraft, type PairDraft } from "./pairFields";

export interface RepresentationFormProps {
  readonly choices: ClusterChoices;
  readonly onRepresentation: (representation: ClusterRepresentation) => void;
}

interface Draft {
  readonly first: PairDraft;
  /** Absent where the first stands alone. */
  readonly second: (PairDraft & { readonly alpha: string }) | null;
}

const pair = { descriptor: v.string(), simplification: v.string(), texts: v.record(v.string(), v.string()) };
const readDraft = reader(
  v.object({ first: v.object(pair), second: v.nullable(v.object({ ...pair, alpha: v.string() })) }),
);
const usual: Draft = { first: { descriptor: "soap", simplification: "can", texts: {} }, second: null };
/** The best second-order descriptor of the thesis (section A.3). */
const usualSecond = { descriptor: "sine-coulomb-matrix", simplification: "CAMN", texts: {}, alpha: "2e-6" };

/** Adds one representation to the curves: a descriptor, or the weighted union of two. */
export function RepresentationForm({ choices, onRepresentation }: RepresentationFormProps) {
  const [draft, setDraft] = useViewState<Draft>("form", readDraft, usual);
  const { first, second } = draft;
  const read = representationOf(draft, choices);
  return (
    <div role="group" aria-label="One representation" class="toolbar">
      <PairFields
        choices={choices}
        draft={first}
        place="first"
        onDraft={(changed) => {
          setDraft({ ...draft, first: changed });
        }}
      />
      <label title="The numbers of a second descriptor stand beside those of the first">
        <input
          type="checkbox"
          checked={second !== null}
          onChange={() => {
            setDraft({ ...draft, second: second === null ? usualSecond : null });
          }}
        />
        with a second
      </label>
      {second !== null && (
        <>
          <input
            class="alpha"
            aria-label="Mixing ratio alpha"
            title="What the numbers of the second are multiplied by"
            value={second.alpha}
            aria-invalid={!isPositive(second.alpha)}
            onInput={({ currentTarget }) => {
              setDraft({ ...draft, second: { ...second, alpha: currentTarget.value } });
            }}
          />
          <PairFields
            choices={choices}
            draft={second}
            place="second"
            onDraft={(changed) => {
              setDraft({ ...draft, second: { ...second, ...changed } });
            }}
          />
        </>
      )}
      <button
        type="button"
        disabled={typeof read === "string"}
        title={typeof read === "string" ? read : "Draws its curve"}
        onClick={() => {
          if (typeof read !== "string") onRepresentation(read);
        }}
      >
        Compare
      </button>
    </div>
  );
}

/** A message where something is wrong. */
function representationOf({ first, second }: Draft, choices: ClusterChoices): ClusterRepresentation | string {
  const one = pairOfDraft(first, choices);
  if (typeof one === "string" || second === null)
    return typeof one === "string" ? one : { ...one, second: null };
  const { alpha, ...draft } = second;
  const other = pairOfDraft(draft, choices);
  if (typeof other === "string") return other;
  if (!isPositive(alpha)) return "Mixing ratio: a number above 0, such as 2e-6.";
  return { ...one, second: { ...other, alpha: Number(alpha) } };
}

function isPositive(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text)) && Number(text) > 0;
}
