import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutTree } from "../../../../media/src/clusters/cut";
import { countAtHeight, heightOfCount, leafOrder } from "../../../../media/src/clusters/tree";
import { featureMatrix } from "../../../../server/src/clustering/featureMatrix";
import { cutTree as cutByServer } from "../../../../server/src/clustering/treeCut";
import { wardTree } from "../../../../server/src/clustering/wardTree";
import { drawnTree } from "./clusterings";

const rows = fc.array(
  fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 2, maxLength: 2 }),
  {
    minLength: 1,
    maxLength: 20,
  },
);
const someTree = rows.map((vectors) => wardTree(featureMatrix(vectors)));

describe("a tree that is drawn", () => {
  it("is cut as the server cuts it, with the same numbers", () => {
    fc.assert(
      fc.property(someTree, fc.nat(), (grown, choice) => {
        const count = 1 + (choice % grown.leaves);
        const { clusters, placeOf } = cutTree(drawnTree(grown), count);
        const numbers = Array.from(placeOf, (place) => clusters[place]?.number);
        expect(numbers).toEqual([...cutByServer(grown, count)]);
      }),
    );
  });

  it("has every leaf once, and every cluster side by side, the one with the first leaf left", () => {
    fc.assert(
      fc.property(someTree, (grown) => {
        const tree = drawnTree(grown);
        const { leaves, starts, ends } = leafOrder(tree);
        expect([...leaves].sort((one, other) => one - other)).toEqual([...leaves.keys()]);
        const membersOf = (cluster: number) => [...leaves.subarray(starts[cluster], ends[cluster])];
        for (const [merge, { left, right, size }] of grown.merges.entries()) {
          const own = membersOf(tree.leaves + merge);
          expect(own).toHaveLength(size);
          expect(new Set(own)).toEqual(new Set([...membersOf(left), ...membersOf(right)]));
          expect(own).toContain(Math.min(...own));
        }
        if (tree.leaves > 0) expect(leaves[0]).toBe(0);
      }),
    );
  });

  it("has so many clusters at the height where it is cut into them, unless merges are as high as each other", () => {
    fc.assert(
      fc.property(someTree, fc.nat(), (grown, choice) => {
        const tree = drawnTree(grown);
        const count = 1 + (choice % tree.leaves);
        const [above, below] = [tree.height[tree.leaves - count], tree.height[tree.leaves - count - 1]];
        fc.pre(above === undefined || above > (below ?? 0) * (1 + 1e-6));
        fc.pre(above !== 0);
        expect(countAtHeight(tree, heightOfCount(tree, count))).toBe(count);
      }),
    );
  });
});
