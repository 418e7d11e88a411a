import { describe, expect, it } from "vitest";
import { chartConfiguration, describePoint } from "../../../../media/src/shared/figure/chartConfiguration";
import type { FigureSpec } from "../../../../media/src/shared/figure/figureSpec";
import { figureCsv } from "../../../../media/src/shared/figure/figureTable";
import { paperTheme } from "../../../../media/src/shared/theme";

const spec: FigureSpec = {
  title: "Impedance",
  x: { label: "f", unit: "Hz", scale: "logarithmic" },
  y: { label: "Z'", unit: "Ω" },
  series: [
    { name: "measured", draw: "points", points: [{ x: 1, y: 20, label: 'at "25 °C"' }] },
    { name: "fit, 2 arcs", draw: "line", points: [{ x: 1, y: 21 }] },
    {
      name: "shaded",
      draw: "points",
      points: [
        { x: 1, y: 2, shade: 0 },
        { x: 2, y: 3, shade: 1 },
      ],
    },
  ],
};

describe("a figure", () => {
  it("becomes CSV with its axes and units, quoted where it must be", () => {
    expect(figureCsv(spec).split("\n").slice(0, 3)).toEqual([
      "series,label,f (Hz),Z' (Ω)",
      'measured,"at ""25 °C""",1,20',
      '"fit, 2 arcs",,1,21',
    ]);
  });

  it("has a column of errors in its CSV, where points have some", () => {
    const points = [
      { x: 1, y: 20, error: 0.5 },
      { x: 2, y: 21 },
    ];
    const withErrors = { ...spec, series: [{ name: "measured", draw: "points", points } as const] };
    expect(figureCsv(withErrors).trim().split("\n")).toEqual([
      "series,label,f (Hz),Z' (Ω),standard error of Z' (Ω)",
      "measured,,1,20,0.5",
      "measured,,2,21,",
    ]);
    expect(describePoint(withErrors, points[0])).toBe("f 1 Hz, Z' 20 Ω ± 0.5");
  });

  it("makes room for error bars", () => {
    const points = [{ x: 1, y: 20, error: 5 }];
    const withErrors = { ...spec, series: [{ name: "measured", draw: "points", points } as const] };
    expect(chartConfiguration(withErrors, paperTheme).options?.scales?.["y"]).toMatchObject({
      suggestedMin: 15,
      suggestedMax: 25,
    });
  });

  it("tells a point in words with units", () => {
    expect(describePoint(spec, { x: 1000, y: 0.5 })).toBe("f 1000 Hz, Z' 0.5 Ω");
  });

  it("draws each series in a colour and a shape of its own", () => {
    const [measured, fit] = chartConfiguration(spec, paperTheme).data.datasets;
    expect(measured).toMatchObject({ label: "measured", pointStyle: "circle", showLine: false });
    expect(fit).toMatchObject({ pointStyle: "triangle", showLine: true });
    expect(measured?.backgroundColor).not.toBe(fit?.backgroundColor);
  });

  it("shades points from the one end of the gradient to the other", () => {
    const shaded = chartConfiguration(spec, paperTheme).data.datasets[2];
    expect(shaded?.backgroundColor).toEqual(["rgb(0, 114, 178)", "rgb(230, 159, 0)"]);
  });
});
