import { describe, expect, it } from "vitest";
import { simulated } from "../../support/spectra";
import { useSuperion } from "../../support/superion";

const superion = useSuperion();

const rows = ["1,25,1.713e-5,2.1e-7", "1,30,2.004e-5,3.2e-7", "1,40,3.176e-5,6.4e-7", "1,50,4.454e-5,1.1e-6"];
const otherCell = ["2,25,1.72e-5,2e-7", "2,40,3.05e-5,6e-7", "2,50,4.4e-5,1e-6"];
const heading = "cell,temperature_C,sigma_S_cm,sigma_sd_S_cm";

interface Element {
  readonly fits: readonly {
    readonly cell: number | null;
    readonly weighting: string;
    readonly activationEnergy: number;
    readonly activationEnergyInterval: readonly number[];
    readonly n: number;
  }[];
  readonly cells: {
    readonly activationEnergy: { readonly mean: number | null; readonly deviation: number | null };
  };
  readonly problems: readonly {
    readonly code: string;
    readonly line: number | null;
    readonly column: number | null;
  }[];
}

function run(content: string): { readonly element: Element | undefined; readonly status: number | null } {
  const { stdout, status } = superion.run(["arrhenius", superion.file("table.csv", content), "--json"]);
  return { element: (JSON.parse(stdout) as Element[])[0], status };
}

describe("superion arrhenius", () => {
  it("fits each cell with each kind of weights and gives the spread over cells", () => {
    const { element, status } = run([heading, ...rows, ...otherCell, ""].join("\n"));
    expect(status).toBe(0);
    expect(element?.fits.map(({ cell, weighting, n }) => [cell, weighting, n])).toEqual([
      [1, "none", 4],
      [1, "scaled", 4],
      [1, "absolute", 4],
      [2, "none", 3],
      [2, "scaled", 3],
      [2, "absolute", 3],
    ]);
    const [first, , , second] = element?.fits ?? [];
    const mean = ((first?.activationEnergy ?? NaN) + (second?.activationEnergy ?? NaN)) / 2;
    expect(element?.cells.activationEnergy.mean).toBeCloseTo(mean, 12);
  });

  it("does without cells and deviations", () => {
    const { element } = run("temperature_C,sigma_S_cm\n# hot\n25,1e-5\n35,1.6e-5\n\n45,2.4e-5\n");
    expect(element?.fits.map(({ cell, weighting, n }) => [cell, weighting, n])).toEqual([[null, "none", 3]]);
    expect(element?.cells.activationEnergy.deviation).toBeNull();
  });

  it.each([
    ["a column that is missing", "temperature_C,current\n25,1\n", "missing-column", 1],
    ["a cell that is no number", `${heading}\n1,25,high,1e-7\n${rows.join("\n")}\n`, "not-a-number", 2],
    ["a negative conductivity", `${heading}\n${rows.join("\n")}\n1,60,-1e-5,1e-7\n`, "impossible-value", 6],
    ["one temperature", `${heading}\n${rows[0] ?? ""}\n`, "too-few-temperatures", null],
    ["no rows", `${heading}\n`, "no-rows", null],
    ["an empty file", "", "missing-column", 1],
  ])("tells of %s", (_, content, code, line) => {
    const { element, status } = run(content);
    expect(status).toBe(1);
    expect(element?.problems).toContainEqual(expect.objectContaining({ code, line }));
  });

  it("fits the rows that are good beside those that are not", () => {
    const { element } = run(`${heading}\n1,25,high,1e-7\n${rows.join("\n")}\n`);
    expect(element?.fits[0]?.n).toBe(4);
  });

  it("prints a table to read", () => {
    const file = superion.file("read.csv", [heading, ...rows, ...otherCell].join("\n"));
    const { stdout } = superion.run(["arrhenius", file]);
    expect(stdout).toContain("E_a, eV");
    expect(stdout).toContain("Over 2 cells");
  });
});

describe("superion arrhenius of spectra", () => {
  const [energy, size] = [0.35, 0.1 / 0.5];

  /** A pellet whose conductivity follows the Arrhenius equation. */
  function spectrumAt(temperatureC: number): string {
    const kelvin = temperatureC + 273.15;
    const conductivity = (1e3 / kelvin) * Math.exp(-energy / (8.617333262e-5 * kelvin));
    const values = [size / conductivity, 4e-11, 0.96, 1.1e-6, 0.9];
    const { frequencies, zRe, zIm } = simulated("p(R1,CPE1)-CPE2", values, { noise: 0.002 });
    const rows = Array.from(frequencies, (frequency, i) => `${frequency},${zRe[i] ?? 0},${zIm[i] ?? 0}`);
    return ["frequency_Hz,z_re_ohm,z_im_ohm", ...rows, ""].join("\n");
  }

  interface SeriesElement extends Element {
    readonly file: string;
    readonly spectra: readonly { readonly temperatureC: number; readonly conductivity: { value: number } }[];
  }

  it("gives one element for all, with the size and the name of the cell file", () => {
    const cell = {
      sample: "pellet 1",
      thickness: { value: 1, unit: "mm" },
      area: { value: 0.5, unit: "cm2" },
    };
    superion.file("series/pellet.superion.json", JSON.stringify(cell));
    for (const temperature of [25, 40, 60])
      superion.file(`series/p_${temperature}C.csv`, spectrumAt(temperature));
    const table = superion.file("table.csv", [heading, ...rows, ""].join("\n"));
    const { stdout, status } = superion.run(["arrhenius", `${superion.folder}/series`, table, "--json"]);
    const elements = JSON.parse(stdout) as SeriesElement[];
    const series = elements.find((element) => "spectra" in element);
    expect(status).toBe(0);
    expect(elements).toHaveLength(2);
    expect(series?.file).toBe(`${superion.folder}/series`);
    expect(series?.spectra.map(({ temperatureC }) => temperatureC)).toEqual([25, 40, 60]);
    const [fit] = series?.fits ?? [];
    expect(fit?.cell).toBe("pellet 1");
    expect((fit?.activationEnergy ?? NaN) / energy).toBeCloseTo(1, 1);
  });

  it("says of which spectrum temperature or size are not known, and fits the others", () => {
    const options = ["--thickness-cm", "0.1", "--area-cm2", "0.5", "--quantity", "tail"];
    const known = [30, 50].map((temperature) =>
      superion.file(`q_${temperature}C.csv`, spectrumAt(temperature)),
    );
    const unknown = superion.file("other.csv", spectrumAt(70));
    const broken = superion.file("broken.mpt", "EC-Lab ASCII FILE\nNb header lines : many\n");
    const { stdout, status } = superion.run(["arrhenius", ...known, unknown, broken, ...options, "--json"]);
    const [refused, series] = JSON.parse(stdout) as SeriesElement[];
    expect(status).toBe(1);
    expect(refused?.file).toBe(broken);
    expect(series?.spectra).toHaveLength(2);
    expect(series?.problems.map(({ code }) => code)).toContain("no-temperature");
    const unsized = superion.run(["arrhenius", ...known]);
    expect(unsized.stderr).toContain("The size of the cell is not known");
  });
});
