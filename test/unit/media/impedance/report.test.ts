import { describe, expect, it } from "vitest";
import { figuresOf, reportMarkdown } from "../../../../media/src/impedance/report";
import { exported } from "./exported";

const markdown = reportMarkdown(exported, figuresOf(exported));
const lines = markdown.split("\n");

describe("a report", () => {
  it("begins with a table of all spectra", () => {
    expect(markdown).toContain("| a_25C.mpt | 25 °C | R0-p(R1,CPE1) | 50.0 ± 1.0 | (3.000 ± 0.060)·10⁻³ |");
    expect(markdown).toContain("| b_50C.mpt | 50 °C |  |  |  |");
  });

  it("names each of its figures once, and has each that it names", () => {
    const named = [...markdown.matchAll(/!\[[^\]]*\]\(figures\/([^)]*)\)/g)].map(([, name]) => name);
    const { nyquist, arrhenius, polarisation } = figuresOf(exported);
    const made = [...nyquist, ...arrhenius, ...polarisation].map(({ name }) => name);
    expect(named.toSorted()).toEqual(made.toSorted());
    expect(made).toEqual(["nyquist-1.png", "nyquist-2.png", "arrhenius.png", "polarisation-1.png"]);
  });

  it("says with what size and which choices the numbers were found", () => {
    expect(lines).toContain("Cell pellet: thickness 1.2 ± 0.02 mm, diameter 1 mm.");
    expect(lines).toContain("> The pellet is thicker than wide.");
    expect(markdown).toContain(
      "0 excluded. Circuit R0-p(R1,CPE1). Weights: modulus, 1/|Z|²; tail: Z′ on −Z″, weighted.",
    );
    expect(lines).toContain("ln(σT) against 1/T, weights: all points alike.");
  });

  it("has the activation energy with its errors and where 25 °C lie", () => {
    expect(lines).toContain("| E_a (eV) | 0.3310 ± 0.0010 |");
    expect(lines).toContain("| 25 °C is | extrapolated |");
  });

  it("has what a fit warns of, and keeps bars out of its tables", () => {
    expect(lines).toContain("> The arc is not resolved.");
    expect(markdown).toContain("bulk \\| or leads");
  });

  it("has the electronic conductivity, and says where it is a limit only", () => {
    expect(lines).toContain("| σ_e (S/cm) | (1.500 ± 0.020)·10⁻⁹ | (1.500 ± 0.020)·10⁻⁹ |");
    expect(markdown).toContain("only its upper end can be reported");
  });

  it("says of what was not analysed that it was not", () => {
    const section = lines.slice(lines.indexOf("## b_50C.mpt"));
    expect(section[2]).toBe("3 points, 0 excluded. Not analysed.");
  });
});
