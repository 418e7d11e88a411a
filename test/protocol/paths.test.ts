import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { CancellationTokenSource } from "vscode-languageserver/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeFloats, decodeIndices } from "../../server/src/protocol/binary";
import {
  findPathsMethod,
  isosurfaceMethod,
  pathsProgressMethod,
  type PathsPicture,
  type PathsProgress,
} from "../../server/src/protocol/migration";
import { readNebMethod } from "../../server/src/protocol/neb";
import { exampleText } from "../support/examples";
import { binarySalt, rockSalt } from "../support/rockSalt";
import { serverFile } from "./support/builtServer";
import { LanguageClient } from "./support/languageClient";

const ion = "Li1+";

describe("the paths of a mobile ion", () => {
  let client: LanguageClient;
  const progress: PathsProgress[] = [];
  beforeAll(async () => {
    client = await LanguageClient.start();
    client.connection.onNotification(pathsProgressMethod, (told: PathsProgress) => {
      progress.push(told);
    });
  });
  afterAll(() => client.stop());

  const find = async (uri: string): Promise<PathsPicture> => {
    const result = await client.request(findPathsMethod, { id: uri, uri, ion });
    if (result.kind !== "paths") throw new Error(JSON.stringify(result));
    return result.paths;
  };

  it("are those that superion bvse prints", async () => {
    const paths = await find(await client.open(exampleText("Li3OCl")));
    const program = join(dirname(serverFile), "superion.mjs");
    const printed = execFileSync(process.execPath, [program, "bvse", "-", "--json"], {
      input: exampleText("Li3OCl"),
    });
    const [file] = JSON.parse(printed.toString()) as {
      structures: { barriers: unknown; sites: unknown }[];
    }[];
    expect(paths.barriers).toEqual(file?.structures[0]?.barriers);
    expect(paths.sites).toEqual(file?.structures[0]?.sites);
  });

  it("lead over their barrier from a site to an image of it", async () => {
    const { paths, barriers, refinedBarriers } = await find(await client.open(exampleText("Li3OCl")));
    expect(barriers.d1).not.toBeNull();
    const [path] = paths;
    if (!path) throw new Error("There is no path.");
    expect(path.barrier).toBe(refinedBarriers.d1);
    expect(Math.max(...path.energies)).toBeCloseTo(path.barrier, 3);
    const [first, last] = [path.places[0], path.places.at(-1)];
    const cells = [0, 1, 2].map((axis) => ((last?.[axis] ?? 0) - (first?.[axis] ?? 0)) / 3.907);
    for (const shift of cells) expect(shift).toBeCloseTo(Math.round(shift), 3);
    expect(path.stops).toContainEqual(first);
    expect(path.stops).toContainEqual(last);
  });

  it("tell how much of the cell is accessible, and the free spheres", async () => {
    const { accessible, spheres } = await find(await client.open(exampleText("Li3OCl")));
    expect(accessible.shares).toEqual(accessible.shares.toSorted((one, other) => one - other));
    expect(accessible.shares.at(-1)).toBeLessThan(1);
    expect(spheres?.included.radius).toBeGreaterThan(spheres?.free?.radius ?? Infinity);
  });

  it("have surfaces of equal energy once they were found, and a reason before", async () => {
    const uri = await client.open(exampleText("Li2O"));
    const surface = () => client.request(isosurfaceMethod, { uri, ion, energy: 0.3 });
    expect(await surface()).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("find them") as string,
    });
    await find(uri);
    const result = await surface();
    if (result.kind === "refused") throw new Error(result.reason);
    const [positions, triangles] = [decodeFloats(result.positions), decodeIndices(result.triangles)];
    expect(triangles.length).toBeGreaterThan(1000);
    expect(Math.max(...triangles)).toBe(positions.length / 3 - 1);
    for (const coordinate of positions)
      expect(Math.abs(coordinate - 4.619 / 2)).toBeLessThan(4.619 / 2 + 1e-3);
  });

  it("stand above the file and in its hover as long as it is not changed", async () => {
    const uri = await client.open(exampleText("Li3OCl"));
    await client.lensTexts(uri);
    const { barriers } = await find(uri);
    const text = `${barriers.d1?.toFixed(2) ?? ""} eV (1D)`;
    const lens = async () =>
      (await client.lenses(uri)).find(({ command }) => command?.title.startsWith("E_a"))?.command;
    expect(await lens()).toMatchObject({ command: "superion.showPaths", arguments: [uri, "Li3OCl"] });
    expect((await lens())?.title).toContain(text);
    const line = exampleText("Li3OCl").split("\n").indexOf("data_Li3OCl");
    expect(await client.hoverText(uri, { line, character: 7 })).toContain(text);
    await client.change(uri, exampleText("Li3OCl").replace("3.907", "3.908"));
    await client.lensTexts(uri);
    expect(await lens()).toBeUndefined();
  });

  it("are told of while they are looked for, and end when they are no longer wanted", async () => {
    const uri = await client.open(exampleText("Li7La3Zr2O12"));
    const cancellation = new CancellationTokenSource();
    const found = client.request(findPathsMethod, { id: "long", uri, ion }, cancellation.token);
    await expect
      .poll(() => progress.some(({ id, share }) => id === "long" && share > 0), { timeout: 20_000 })
      .toBe(true);
    cancellation.cancel();
    expect(await found).toEqual({ kind: "stopped" });
    // The thread is there for the next one, with what it knew.
    expect((await find(await client.open(exampleText("Li2O")))).ion).toBe(ion);
  });

  it("stand beside calculations, whose files are read as far as they have come", async () => {
    const folder = mkdtempSync(join(tmpdir(), "superion-neb-"));
    const written = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const table = written("neb.dat", "0.0 0.0 0.1\n0.4 0.3 0.05\n1.0 0.1 0.1\n");
    const other = written("other.out", "Program PWSCF\n");
    const absent = join(folder, "absent.out");
    const { calculations, remarks } = await client.request(readNebMethod, { files: [table, other, absent] });
    expect(calculations).toEqual([
      {
        file: table,
        end: "running",
        images: [
          { share: 0, energy: 0 },
          { share: 0.4, energy: 0.3 },
          { share: 1, energy: 0.1 },
        ],
        barrier: 0.3,
      },
    ]);
    expect(remarks).toEqual([
      expect.stringContaining("no file of neb.x"),
      expect.stringContaining("cannot be read"),
    ]);
    rmSync(folder, { recursive: true });
  });

  it("are refused in words where there can be none", async () => {
    const refusal = async (text: string, asked = ion) => {
      const result = await client.request(findPathsMethod, {
        id: "x",
        uri: await client.open(text),
        ion: asked,
      });
      return result.kind === "refused" ? result.reason : result.kind;
    };
    expect(await refusal(binarySalt("NaCl", "Na", "Cl", 5.64))).toMatch(/no Li1\+.*Na1\+/);
    expect(await refusal(rockSalt(), "Cl")).toContain("Cl is no cation");
    expect(await refusal("data_x\n_cell_length_a 3\n")).toMatch(/\w/);
  });
});
