import { describe, expect, it } from "vitest";
import { alignedMatrix } from "../../../server/src/clustering/alignedMatrix";
import { featureMatrix } from "../../../server/src/clustering/featureMatrix";
import { labelVariance } from "../../../server/src/clustering/labelVariance";
import {
  judgeRepresentations,
  type SortedRepresentation,
} from "../../../server/src/clustering/representationStudy";
import { leafOrder, treeOutline } from "../../../server/src/clustering/treeCut";
import { wardTree } from "../../../server/src/clustering/wardTree";
import { Random } from "../../../server/src/learning/random";

const labels = Array.from({ length: 20 }, (_, i) => -(i % 4) * 2);

function sorted(
  descriptor: string,
  numbers: readonly number[],
  refused: readonly number[] = [],
): SortedRepresentation {
  const rows = [...numbers.keys()].filter((i) => !refused.includes(i));
  const tree = wardTree(featureMatrix(rows.map((i) => [numbers[i] ?? 0])));
  const order = leafOrder(tree);
  return {
    ...{ descriptor, simplification: "can", columns: 1, refusals: [] },
    outline: treeOutline(tree, 20, order),
    places: [...numbers.keys()].map((i) => order.leaves.indexOf(rows.indexOf(i))),
  };
}

/** As the labels are, but for a little. */
const telling = labels.map((label, i) => label + i / 1000);
const untelling = labels.map((_, i) => Math.sin(97 * i));
function generator(): () => number {
  const random = new Random(1);
  return () => random.uniform();
}

function judge(all: readonly SortedRepresentation[]) {
  return judgeRepresentations(all, labels, { depths: { from: 2, to: 6 }, generator });
}

describe("a study of representations", () => {
  it("ranks those first whose clusters sort the labels", () => {
    const { judged, common } = judge([sorted("poor", untelling), sorted("good", telling)]);
    expect(common).toBe(20);
    expect(judged.map(({ descriptor, rank }) => [descriptor, rank])).toEqual([
      ["good", 1],
      ["poor", 2],
    ]);
    expect(judged[0]?.mean).toBeLessThan(
      (judged[0]?.control.mean ?? NaN) - 3 * (judged[0]?.control.deviation ?? NaN),
    );
  });

  it("has the variance of the whole tree where all compounds are described", () => {
    const [good] = judge([sorted("good", telling)]).judged;
    const tree = wardTree(featureMatrix(telling.map((x) => [x])));
    const expected = labelVariance(tree, Float64Array.from(labels), 6).frozen.slice(1);
    for (const [i, value] of expected.entries()) expect(good?.variance[i]).toBeCloseTo(value, 9);
  });

  it("judges by the compounds that all describe, and leaves out what describes too few", () => {
    const { judged, leftOut, common } = judge([
      sorted("one short", telling, [0]),
      sorted("two short", telling, [5, 6]),
      sorted("many short", untelling, [1, 2, 3]),
    ]);
    expect(judged.map(({ descriptor }) => descriptor).toSorted()).toEqual(["one short", "two short"]);
    expect(leftOut.map(({ descriptor }) => descriptor)).toEqual(["many short"]);
    expect(common).toBe(17);
  });
});

describe("vectors beside each other", () => {
  it("have a column for each name, and 0 for what a crystal has not", () => {
    const matrix = alignedMatrix([
      { values: [1, 2], names: ["Li O", "Li Li"] },
      { values: [3, 4], names: ["Li Li", "Li S"] },
    ]);
    expect(matrix).toMatchObject({ rows: 2, columns: 3 });
    expect(Array.from(matrix.values)).toEqual([1, 2, 0, 0, 3, 4]);
    expect(alignedMatrix([])).toMatchObject({ rows: 0, columns: 0 });
  });
});
