import * as v from "valibot";
import { useMemo } from "preact/hooks";
import { reader } from "../../../server/src/protocol/webview";
import { useViewState } from "../shared/viewState";

/** The compounds that are selected in all figures and tables, by index. */
export interface Selection {
  readonly selected: ReadonlySet<number>;
  /** The one that the table goes to. */
  readonly first: number | undefined;
  readonly select: (compounds: readonly number[]) => void;
  /** Puts one of the selected first. */
  readonly lead: (compound: number) => void;
}

const readIndices = reader(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))));
/** More are not kept over a reload. */
const mostKept = 1000;

export function useSelection(count: number): Selection {
  const [kept, setKept] = useViewState<readonly number[]>("selected", readIndices, []);
  return useMemo(() => {
    const valid = kept.filter((index) => index < count);
    return {
      selected: new Set(valid),
      first: valid[0],
      select: (compounds) => {
        setKept(compounds.slice(0, mostKept));
      },
      lead: (compound) => {
        setKept([compound, ...kept.filter((index) => index !== compound)]);
      },
    };
  }, [kept, count]);
}
