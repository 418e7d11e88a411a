import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useScreening } from "../../support/screening";

const { run, file, folder } = useScreening();

function study(out: string, ...args: readonly string[]) {
  const command = ["representations", "examples", "--measurements", "examples/measurements.csv"];
  return run([...command, "--out", join(folder, out), "--descriptors", "density,ewald-energy", ...args]);
}

describe("superion representations", () => {
  it("ranks descriptors and simplifications, with a report, figures and numbers", () => {
    const { status, stdout } = study("all", "--disorder", "order", "--depths", "2..5");
    expect(status).toBe(1);
    expect(stdout).toMatch(/^1 +(density|ewald-energy)/mu);
    const read = (name: string) => readFileSync(join(folder, "all", name), "utf8");
    const { study: found } = JSON.parse(read("results.json")) as {
      study: { judged: { rank: number; mean: number; variance: number[] }[] };
    };
    expect(found.judged).toHaveLength(18);
    expect(found.judged.map(({ mean }) => mean)).toEqual(
      found.judged.map(({ mean }) => mean).toSorted((a, b) => a - b),
    );
    expect(found.judged[0]?.variance).toHaveLength(4);
    expect(read("README.md")).toContain("| rank | descriptor | as |");
    expect(read("ranking.csv").trim().split("\n")).toHaveLength(19);
    for (const figure of ["ranking", "curves"])
      expect(read(`figures/${figure}.svg`)).toMatch(/^<svg[^]*<\/svg>/u);
  });

  it("goes on from what is finished, with the same result", () => {
    const first = study("resumed", "--json", "--as", "can");
    const again = study("resumed", "--json", "--as", "can", "--resume");
    expect(JSON.parse(again.stdout)).toEqual(JSON.parse(first.stdout));
  });

  it("writes the same to the last byte with any number of threads", () => {
    const descriptors = "density,band-center,meredig,ewald-energy,maximum-packing-efficiency";
    const written = (out: string, jobs: string) => {
      const args = ["--descriptors", descriptors, "--as", "can,am-40", "--disorder", "order", "--jobs", jobs];
      study(out, ...args);
      const texts = ["results.json", "README.md", "ranking.csv", "representations.ndjson"];
      return [...texts, "figures/ranking.svg", "figures/curves.svg"].map((name) =>
        readFileSync(join(folder, out, name), "utf8"),
      );
    };
    expect(written("threads", "3")).toEqual(written("alone", "1"));
  });

  it("leaves disordered compounds out where they are not to be ordered", () => {
    const { stderr, stdout } = study("ordered", "--json", "--as", "can");
    expect(stderr).toContain("[disordered]");
    const ordered = study("orderings", "--json", "--as", "can", "--disorder", "order").stdout;
    const count = (text: string) => (JSON.parse(text) as { compounds: number }).compounds;
    expect(count(ordered)).toBeGreaterThan(count(stdout));
  });

  it("asks for conductivities, and for names that it knows", () => {
    const table = file("none.csv", "file,conductivity\n");
    const { status, stderr } = run(["representations", "examples/LiCl.cif", "--measurements", table]);
    expect(status).toBe(1);
    expect(stderr).toContain("[too-few-labels]");
    expect(study("x", "--as", "cans-40").stderr).toContain("There is no simplification cans-40");
    expect(study("x", "--depths", "2..1000").status).toBe(2);
    expect(run(["representations", "examples"]).status).toBe(2);
  });
});
