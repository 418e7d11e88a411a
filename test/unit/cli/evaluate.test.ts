import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useSuperion } from "../../support/superion";

const hasModel = existsSync("server/models/parent.safetensors");
const superion = useSuperion();

/** Rock salts and fluorites of lithium; those with a large cell are said to conduct. */
function measurements(): string {
  const rows = Array.from({ length: 24 }, (_, i) => {
    const [anion, edge] = [["F", "Cl", "Br", "I"][i % 4] ?? "F", 4 + 0.1 * i];
    const name = `salt${i}.cif`;
    superion.file(
      name,
      `data_salt${i}\n_symmetry_space_group_name_H-M 'F m -3 m'\n_cell_length_a ${edge}\n_cell_length_b ${edge}\n_cell_length_c ${edge}\n` +
        "_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\nloop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\n" +
        `Li1 0 0 0 ${(1 - 0.02 * i).toFixed(2)}\n${anion}1 0.5 0.5 0.5 1\n`,
    );
    return `${name},${i >= 12 ? "1e-3" : "1e-7"},10.1/${Math.floor(i / 3)}`;
  });
  return superion.file("measurements.csv", ["file,conductivity (S/cm),doi", ...rows].join("\n"));
}

describe.skipIf(!hasModel)("superion evaluate", () => {
  it("writes a report with figures on measurements", () => {
    const out = join(superion.folder, "evaluation");
    const { status, stdout, stderr } = superion.run([
      ...["evaluate", "--data", measurements(), "--out", out],
      ...["--repeats", "1", "--folds", "3"],
    ]);
    expect(stderr).not.toContain("error");
    expect(status).toBe(0);
    expect(stdout).toBe(`${join(out, "README.md")}\n`);
    const report = readFileSync(join(out, "README.md"), "utf8");
    for (const title of ["Random folds", "Papers apart"]) expect(report).toContain(`## ${title}`);
    expect(report).not.toContain("## Families apart");
    expect(report).toContain("| Superion | 1 |");
    expect(readdirSync(join(out, "figures"))).toContain("conductivity.svg");
    expect(JSON.parse(readFileSync(join(out, "results.json"), "utf8"))).toHaveProperty("models");
  });

  it("says by row what is wrong, and evaluates nothing where too little is left", () => {
    const table = superion.file("bad.csv", "file,conductivity\nnowhere.cif,1e-4\n");
    const { status, stderr } = superion.run([
      "evaluate",
      "--data",
      table,
      "--out",
      join(superion.folder, "none"),
    ]);
    expect(status).toBe(1);
    expect(stderr).toContain("bad.csv:2");
    expect(stderr).toContain("too-little-data");
    expect(existsSync(join(superion.folder, "none"))).toBe(false);
  });

  it("refuses a table that is not there, and folds that part nothing", () => {
    expect(superion.run(["evaluate", "--data", "nowhere.csv"]).status).toBe(2);
    expect(superion.run(["evaluate", "--data", "x.csv", "--folds", "1"]).status).toBe(2);
  });
});
