import { describe, expect, it } from "vitest";
import { useSuperion } from "../../support/superion";

const superion = useSuperion();
const geometry = ["--thickness-cm", "0.1", "--area-cm2", "0.5"];

interface Element {
  readonly fit: { readonly conductivity: number } | null;
  readonly throughOrigin: { readonly conductivity: number } | null;
  readonly currents: readonly { readonly voltage: number }[];
  readonly ionicTransference: { readonly value: number } | null;
  readonly problems: readonly { readonly code: string }[];
}

function run(content: string, options: readonly string[] = []) {
  const file = superion.file("dc.csv", content);
  const { stdout, status } = superion.run(["dc", file, ...geometry, ...options, "--json"]);
  return { element: (JSON.parse(stdout) as Element[])[0], status };
}

describe("superion dc", () => {
  const steady = "voltage_V,current_A\n0.1,1.1e-10\n0.2,2.1e-10\n0.3,3.1e-10\n";

  it("gives the electronic conductivity with and without an offset", () => {
    const { element, status } = run(steady);
    expect(status).toBe(0);
    expect((element?.fit?.conductivity ?? NaN) / 2e-10).toBeCloseTo(1, 9);
    expect(element?.throughOrigin?.conductivity).toBeGreaterThan(2e-10);
    expect(element?.ionicTransference).toBeNull();
  });

  it("takes steady currents from transients", () => {
    const times = Array.from({ length: 61 }, (_, i) => 60 * i);
    const rows = [0.1, 0.2].flatMap((voltage) =>
      times.map((time) => [voltage, time, 1e-9 * voltage * (1 + Math.exp(-time / 100))].join(",")),
    );
    const { element } = run(["voltage_V,time_s,current_A", ...rows].join("\n"));
    expect(element?.currents.map(({ voltage }) => voltage)).toEqual([0.1, 0.2]);
    expect((element?.fit?.conductivity ?? NaN) / 2e-10).toBeCloseTo(1, 6);
  });

  it("gives the ionic transference number where the total conductivity is known", () => {
    expect(run(steady, ["--total-conductivity", "1e-4"]).element?.ionicTransference?.value).toBeCloseTo(
      1 - 2e-6,
      9,
    );
  });

  it("says that one voltage is too few", () => {
    const { element, status } = run("voltage_V,current_A\n0.1,1e-10\n");
    expect(status).toBe(1);
    expect(element?.problems.map(({ code }) => code)).toEqual(["too-few-voltages"]);
  });

  it("asks for the geometry", () => {
    const { status, stderr } = superion.run(["dc", superion.file("dc.csv", steady)]);
    expect(status).toBe(2);
    expect(stderr).toContain("--thickness-cm");
  });
});
