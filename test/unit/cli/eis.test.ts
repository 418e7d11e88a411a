import { describe, expect, it } from "vitest";
import type { Spectrum } from "../../../server/src/impedance/spectrum";
import { simulated } from "../../support/spectra";
import { useSuperion } from "../../support/superion";

const superion = useSuperion();

const pellet = simulated("p(R1,CPE1)-CPE2", [1.7e4, 4e-11, 0.96, 1.1e-6, 0.9], { noise: 0.005 });

function csv({ frequencies, zRe, zIm }: Spectrum): string {
  const rows = Array.from(frequencies, (frequency, i) => [frequency, zRe[i], zIm[i]].join(","));
  return ["frequency_Hz,z_re_ohm,z_im_ohm", ...rows, ""].join("\n");
}

interface Element {
  readonly problems: readonly { readonly code: string; readonly severity: string }[];
  readonly temperatureC: number | null;
  readonly loops: readonly {
    readonly points: readonly (readonly number[])[];
    readonly tail: {
      readonly resistance: number;
      readonly window: readonly number[];
      readonly method: string;
    };
    readonly circuit: {
      readonly string: string;
      readonly parameters: readonly {
        readonly name: string;
        readonly value: number;
        readonly standardError: number;
      }[];
      readonly resistanceTotal: { readonly value: number };
      readonly conductivity: {
        readonly total: { readonly value: number; readonly standardError: number } | null;
      };
      readonly alternatives: readonly { readonly string: string }[];
    };
    readonly linKk: { readonly elements: number } | null;
  }[];
}

function json(args: readonly string[]): { readonly elements: Element[]; readonly status: number | null } {
  const { stdout, status } = superion.run(["eis", ...args, "--json"]);
  return { elements: JSON.parse(stdout) as Element[], status };
}

describe("superion eis", () => {
  it("gives points, tail, the best circuit and the conductivity as JSON", () => {
    const file = superion.file("pellet_25C.csv", csv(pellet));
    const { elements, status } = json([file, "--thickness-cm", "0.1", "--area-cm2", "0.3167", "--lin-kk"]);
    const [loop] = elements[0]?.loops ?? [];
    expect(status).toBe(0);
    expect(elements[0]?.temperatureC).toBe(25);
    expect(loop?.points).toHaveLength(pellet.frequencies.length);
    expect(loop?.points[0]).toEqual([pellet.frequencies[0], pellet.zRe[0], pellet.zIm[0]]);
    expect(loop?.tail.method).toBe("x-on-y-weighted");
    expect(loop?.circuit.string).toBe("p(R1,CPE1)-CPE2");
    expect(loop?.circuit.parameters.map(({ name }) => name)).toEqual([
      "R1",
      "CPE1_0",
      "CPE1_1",
      "CPE2_0",
      "CPE2_1",
    ]);
    const resistance = loop?.circuit.resistanceTotal.value ?? NaN;
    expect(resistance / 1.7e4).toBeCloseTo(1, 2);
    expect(loop?.circuit.conductivity.total?.value).toBeCloseTo(0.1 / 0.3167 / resistance, 12);
    expect(loop?.circuit.alternatives.length).toBeGreaterThan(0);
    expect(loop?.linKk?.elements).toBeGreaterThan(5);
  });

  it("fits the circuit that is asked for, with the weights that are asked for", () => {
    const file = superion.file("asked.csv", csv(pellet));
    const { elements } = json([file, "--circuit", "R0-p(R1,CPE1)-CPE2", "--weights", "unit"]);
    const [loop] = elements[0]?.loops ?? [];
    expect(loop?.circuit.string).toBe("R0-p(R1,CPE1)-CPE2");
    expect(loop?.circuit.alternatives).toEqual([]);
    expect(loop?.circuit.conductivity.total).toBeNull();
    expect(loop?.linKk).toBeNull();
  });

  it("prints a table to read", () => {
    const file = superion.file("table.csv", csv(pellet));
    const { stdout } = superion.run(["eis", file, "--thickness-cm", "0.1", "--area-cm2", "0.3167"]);
    expect(stdout).toMatch(/tail +17\d\d\d \(\d+\) ohm/);
    expect(stdout).toMatch(/sigma total +1\.\d+e-5/);
    expect(stdout).toContain("next best");
  });

  it("goes on with the others where one file cannot be read", () => {
    const bad = superion.file("bad.csv", "no spectrum at all\n");
    const good = superion.file("good.csv", csv(pellet));
    const { elements, status } = json([bad, `${superion.folder}/absent.mpt`, good]);
    expect(status).toBe(1);
    expect(elements.map(({ problems }) => problems.some(({ severity }) => severity === "error"))).toEqual([
      true,
      true,
      false,
    ]);
    expect(elements[2]?.loops).toHaveLength(1);
  });

  it("takes size and temperature from the cell file, and the size rather from the options", () => {
    const file = superion.file("cell/hot.csv", csv(pellet));
    const temperature = { value: 358.15, unit: "K" };
    superion.file(
      "cell/any.superion.json",
      JSON.stringify({
        thickness: { value: 1, uncertainty: 0.1, unit: "mm" },
        area: { value: 0.5, unit: "cm2" },
        files: { "hot.csv": { temperature } },
      }),
    );
    const [own] = json([file]).elements;
    const [given] = json([file, "--thickness-cm", "0.2"]).elements;
    const sigma = (element: Element | undefined) => element?.loops[0]?.circuit.conductivity.total;
    expect(own?.temperatureC).toBeCloseTo(85, 9);
    expect((sigma(own)?.standardError ?? NaN) / (sigma(own)?.value ?? NaN)).toBeCloseTo(0.1, 3);
    expect((sigma(given)?.value ?? NaN) / (sigma(own)?.value ?? NaN)).toBeCloseTo(2, 9);
  });

  it("points at what is wrong with a circuit", () => {
    const { status, stderr } = superion.run(["eis", "any.csv", "--circuit", "R0-p(R1,CPX1)"]);
    expect(status).toBe(2);
    expect(stderr).toContain('There is no element "CPX1"');
    expect(stderr).toMatch(/\n +R0-p\(R1,CPX1\)\n {10}\^/);
  });

  it.each([
    ["--thickness-cm", "0"],
    ["--area-cm2", "wide"],
    ["--weights", "none"],
  ])("refuses %s %s", (option, value) => {
    expect(superion.run(["eis", "any.csv", option, value]).status).toBe(2);
  });
});
