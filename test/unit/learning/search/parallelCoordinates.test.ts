import { describe, expect, it } from "vitest";
import type { JobResult } from "../../../../server/src/learning/search/hyperparameterSearch";
import { parallelCoordinates } from "../../../../server/src/learning/search/parallelCoordinates";
import { choices } from "../../../../server/src/learning/search/searchSpace";

const space = choices({ "batch <size>": [32, 64], penalty: [1e-4, 1e-3, 1e-2] });
const result = (trial: number, rung: number, score: number | null, penalty: number): JobResult => ({
  trial,
  rung,
  budget: 5 * 3 ** rung,
  configuration: { "batch <size>": 64, penalty },
  score,
});

describe("the picture of a search", () => {
  const picture = parallelCoordinates(
    space,
    [result(0, 0, 0.5, 1e-4), result(1, 0, 0.7, 1e-3), result(1, 1, 0.8, 1e-3), result(2, 0, null, 1e-2)],
    "AUC-PR",
  );

  it("has a line for every configuration that could be trained, with its values to point at", () => {
    const lines = [...picture.matchAll(/<polyline points="([^"]*)"/g)].map(([, points = ""]) =>
      points.split(" "),
    );
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toHaveLength(3);
    expect(picture).toContain("trial 2: 0.8000 with budget 15; batch &lt;size&gt; 64, penalty 1e-3");
  });

  it("draws the best on top, at the upper end of the axis of scores", () => {
    const heights = [...picture.matchAll(/<polyline points="([^"]*)"/g)].map(([, points = ""]) =>
      Number(points.split(/[ ,]/).at(-1)),
    );
    expect(heights.at(-1)).toBe(Math.min(...heights));
  });

  it("needs nothing from elsewhere, and says in words what it shows", () => {
    expect(picture).not.toMatch(/href|url\(|<script|<image/);
    expect(picture).toContain("<title>2 configurations; AUC-PR from 0.500 to 0.800</title>");
    for (const text of ["batch &lt;size&gt;", "penalty", "AUC-PR", "1e-4", "32"])
      expect(picture).toContain(`>${text}<`);
  });
});
