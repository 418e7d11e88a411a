import { describe, expect, it } from "vitest";
import {
  readNebCurve,
  readNebImages,
  readNebOutput,
  readNebPath,
} from "../../../../server/src/migration/neb/nebOutput";
import { hasShared, readSharedText } from "../../../support/shared";

const sample = (name: string) => readSharedText("reference", "neb", name);

describe.skipIf(!hasShared)("outputs of neb.x", () => {
  it("give the energies of the last iteration, and that it converged", () => {
    const result = readNebOutput(sample("h2h.out"));
    expect(result).toMatchObject({ end: "converged", iterations: 13, climbingImage: 3, warnings: [] });
    [0, 0.0754345, 0.1903515, 0.0754357, -0.0000001].forEach((energy, i) => {
      expect(result?.images[i]?.energy).toBeCloseTo(energy, 6);
    });
    expect(result?.barriers?.forth).toBeCloseTo(0.190351, 5);
    expect(result?.barriers?.back).toBeCloseTo(0.190352, 5);
    expect(result?.pathLength).toBeCloseTo(5.244 * 0.529177, 4);
  });

  it("give the same in the table of images and in the curve between them", () => {
    const images = readNebImages(sample("h2h.dat"))?.images;
    expect(images?.map(({ coordinate }) => coordinate)).toEqual([
      0, 0.2756003356, 0.4999981635, 0.7243976624, 1,
    ]);
    const curve = readNebCurve(sample("h2h.int"));
    expect(curve).toHaveLength(251);
    expect(Math.max(...(curve ?? []).map(([, energy]) => energy))).toBeCloseTo(
      readNebImages(sample("h2h.dat"))?.barriers?.forth ?? NaN,
      3,
    );
  });

  it("tell where a path passes a minimum and an end climbs", () => {
    const result = readNebOutput(sample("lih_vacancy_ci.out"));
    expect(result?.end).toBe("steps-used-up");
    expect(result?.images[1]?.energy).toBeCloseTo(-2.3690969, 6);
    expect(result?.warnings).toEqual([
      "image 2 lies 2.369 eV below both ends: the path passes a minimum, relax the ends there",
      "the climbing image 3 is an end of the path: there is no saddle between",
    ]);
  });

  it("tell where an image's density did not converge, though the job says it is done", () => {
    const result = readNebOutput(sample("lih_scf_not_converged.out"));
    expect(result).toMatchObject({ end: "scf-not-converged", images: [], barriers: undefined });
  });
});

describe("files of neb.x", () => {
  it("are read while the calculation runs", () => {
    const result = readNebOutput("     Program NEB v.6.7MaX starts on 22Nov2026\n");
    expect(result).toMatchObject({ end: "running", images: [], iterations: undefined });
  });

  it("include the one to restart from, in hartree and bohr", () => {
    const image = (index: number, energy: string) =>
      `Image:    ${index}\n       ${energy}\n     -4.566700090000      0.000000000000      0.000000000000      0.000242160179     -0.000000000000     -0.000000000000  1  0  0\n`;
    const text = `RESTART INFORMATION\n       2\n       2\n       0\nNUMBER OF IMAGES\n   3\nENERGIES, POSITIONS AND GRADIENTS\n${image(1, "-1.8137788586")}${image(2, "-1.7614318608")}${image(3, "-1.8137788886")}`;
    const result = readNebPath(text);
    expect(result?.iterations).toBe(2);
    expect(result?.barriers?.forth).toBeCloseTo(0.0523469978 * 27.2113862, 5);
    expect(result?.images).toHaveLength(3);
  });

  it("are told from others", () => {
    expect(readNebOutput("     Program PWSCF v.6.7MaX starts on 22Nov2026\n")).toBeUndefined();
    expect(readNebImages("0 0\n1 0\n")).toBeUndefined();
    expect(readNebCurve("0 0 1\n1 0 1\n")).toBeUndefined();
    expect(readNebImages("a b c\n")).toBeUndefined();
    expect(readNebPath("")).toBeUndefined();
  });
});
