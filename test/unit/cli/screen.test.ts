import { spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { binarySalt } from "../../support/rockSalt";
import { readList, useScreening } from "../../support/screening";

// Each run loads models in threads of its own: a machine that is busy takes its time.
vi.setConfig({ testTimeout: 120_000 });

const { folder, file, run, start, program } = useScreening();
const screen = (...args: string[]) => run(["screen", ...args]);

/** Different crystals that take a moment each; gives their folder. */
function manyCrystals(name: string, count: number): string {
  for (let k = 0; k < count; k++) file(`${name}/${k}.cif`, binarySalt(`c${k}`, "Li", "Cl", 4 + k / 100));
  return join(folder, name);
}

/** Rows that a journal holds whole. */
function journalRows(path: string): number {
  return existsSync(path) ? Math.max(0, readFileSync(path, "latin1").split("\n").length - 2) : 0;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on("exit", resolve));
}

describe("superion screen", () => {
  it("ranks the compounds of a folder by P_SI, with a row for what has none", () => {
    const out = join(folder, "examples.ndjson");
    file("mixed/a.cif", binarySalt("NaCl", "Na", "Cl", 5.6));
    file("mixed/b.cif", readFileSync("examples/Li6PS5Cl.cif"));
    file("mixed/c.cif", readFileSync("examples/Li3PO4.cif"));
    file("mixed/d.cif", "no crystal");
    const { status, stdout, stderr } = screen(join(folder, "mixed"), "--out", out);
    expect(status).toBe(0);
    expect(stdout.split("\n")[1]).toMatch(/^1 +Li6PS5Cl +0\.9/);
    expect(stderr).toContain("4 data blocks, 2 without P_SI");
    const { header, rows } = readList(out);
    expect(header.model.name).toMatch(/^Superion/);
    expect(rows.map(({ formula, rank }) => [formula, rank])).toEqual([
      ["Li6PS5Cl", 1],
      ["Li3PO4", 2],
      ["NaCl", null],
      ["", null],
    ]);
    expect(rows.map(({ reason }) => reason?.slice(0, 10))).toEqual([
      undefined,
      undefined,
      "No lithium",
      "The data b",
    ]);
    expect(rows[0]).toMatchObject({ spaceGroup: { number: 216 }, filters: { novel: { pass: false } } });
  });

  it("tells which crystals are the same, by the first of the list", () => {
    file("same/a.cif", binarySalt("one", "Li", "Cl", 5.1));
    file("same/b.cif", binarySalt("two", "Li", "Cl", 5.12));
    file("same/c.cif", binarySalt("three", "Li", "Br", 5.5));
    const rows = JSON.parse(screen(join(folder, "same"), "--json").stdout) as {
      rank: number;
      block: string;
      duplicateOf: { block: string } | null;
    }[];
    const twins = rows.filter(({ block }) => block !== "three");
    expect(twins.map(({ duplicateOf }) => duplicateOf?.block ?? null)).toEqual([null, twins[0]?.block]);
    expect(rows.find(({ block }) => block === "three")?.duplicateOf).toBeNull();

    const [first, again] = [[], ["--resume"]].map((more) => {
      screen(join(folder, "same"), "--out", join(folder, "same.ndjson"), ...more);
      return readFileSync(join(folder, "same.ndjson"), "utf8");
    });
    expect(again).toBe(first);
  });

  it("reads standard input, and prints what is asked for in the form that is asked for", () => {
    const input = ["Cl", "Br", "I"].map((anion) => binarySalt(`Li${anion}`, "Li", anion, 5.5)).join("");
    const { stdout } = run(["screen", "-", "--csv", "--top", "1", "--filter", "formula~Br"], input);
    const [comment, names, ...lines] = stdout.trimEnd().split("\n");
    expect(comment).toMatch(/^# \{"superion"/);
    expect(names).toMatch(/^rank,file,block/);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(",-,LiBr,LiBr,");
  });

  it("takes E_hull and E_g from a table, and filters by them", () => {
    for (const anion of ["Cl", "Br"]) file(`tabled/Li${anion}.cif`, binarySalt(anion, "Li", anion, 5.5));
    const table = file("own.csv", "file,E_hull (meV/atom),band_gap\nLiCl.cif,12,6\nLiBr.cif,120,5\n");
    const { stdout } = screen(join(folder, "tabled"), "--table", table, "--filter", "tableHull", "--json");
    expect(JSON.parse(stdout)).toMatchObject([
      { formula: "LiCl", table: { eHull: expect.closeTo(0.012, 10) as number, bandGap: 6 } },
    ]);
  });

  it("computes the barriers of the best rows, and keeps them", () => {
    const out = join(folder, "barriers.ndjson");
    const formulas = (text: string) => text.split("\n").map((line) => line.split(/ +/)[1]);
    const first = screen("examples", "--out", out, "--barriers", "3", "--filter", "barrier<0.4");
    expect(first.stdout).toMatch(/^rank +compound .* E_g +E_a +space group/);
    expect(formulas(first.stdout).slice(1, 3)).toEqual(["Li6PS5Cl", "Li3N"]);
    const barriers = () => readList(out).rows.map(({ barrier }) => barrier?.activationEnergy);
    const three = barriers();
    expect(three.map((energy) => energy !== undefined)).toEqual(three.map((_, k) => k < 3));

    screen("examples", "--out", out, "--barriers", "5", "--resume");
    expect(barriers().slice(0, 3)).toEqual(three.slice(0, 3));
    expect(barriers().filter((energy) => energy !== undefined)).toHaveLength(5);
    const found = () => readFileSync(`${out}.journal`, "utf8").match(/"barrierOf"/g);
    expect(found()).toHaveLength(5);
    screen("examples", "--out", out, "--resume");
    expect(barriers().filter((energy) => energy !== undefined)).toHaveLength(5);
    expect(found()).toHaveLength(5);

    const parts = [1, 2].map((part) => {
      const list = join(folder, `barriers${part}.ndjson`);
      screen("examples", "--shard", `${part}/2`, "--barriers", "5", "--out", list);
      return list;
    });
    const whole = barriers().slice(0, 5);
    run(["merge", ...parts, "--out", out]);
    expect(barriers().slice(0, 5)).toEqual(whole);
  });

  it("does again only what is new or changed", () => {
    const out = join(folder, "changing.ndjson");
    for (const name of ["a", "b", "c"]) file(`changing/${name}.cif`, binarySalt(name, "Li", "Cl", 5));
    screen(join(folder, "changing"), "--out", out);
    file("changing/b.cif", binarySalt("b", "Li", "F", 4));
    file("changing/d.cif", binarySalt("d", "Li", "I", 6));
    rmSync(join(folder, "changing/a.cif"));
    const { stderr } = screen(join(folder, "changing"), "--out", out, "--resume");
    expect(stderr).toContain("3 data blocks, 1 of them from before");
    expect(
      readList(out)
        .rows.map(({ formula }) => formula)
        .sort(),
    ).toEqual(["LiCl", "LiF", "LiI"]);
  });

  it("gives the same list in shards that are merged in any order, and refuses those of other settings", () => {
    const source = manyCrystals("shards", 12);
    const part = (shard: number, ...more: string[]) => {
      const out = join(folder, `part${shard}${more.length}.ndjson`);
      screen(source, "--shard", `${shard}/3`, "--out", out, ...more);
      return out;
    };
    const [whole, merged] = [join(folder, "whole.ndjson"), join(folder, "merged.ndjson")];
    screen(source, "--out", whole);
    const parts = [3, 1, 2].map((shard) => part(shard));
    expect(run(["merge", ...parts, "--out", merged]).status).toBe(0);
    const withoutTime = (path: string) => readList(path).rows.map((row) => ({ ...row, seconds: 0 }));
    expect(withoutTime(merged)).toEqual(withoutTime(whole));
    expect(readList(merged).header).toEqual(readList(whole).header);

    expect(run(["merge", ...parts.slice(1), "--out", merged]).stderr).toContain("the shards 3/3 are missing");
    const other = run(["merge", ...parts, part(1, "--time-limit", "60"), "--out", merged]);
    expect(other.status).toBe(1);
    expect(other.stderr).toContain("time limit");
  });

  it.each([
    [["--out", "x.txt"], /--out ends in/],
    [["--shard", "4/3"], /A shard is such as/],
    [["--filter", "pSi"], /pSi is no condition/],
    [["--table", "missing.csv"], /missing.csv/],
    [["--model", "nothing"], /no model file nothing/],
  ])("takes %j for wrong usage", (args, message) => {
    const { status, stderr } = screen("examples", ...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });

  it("says which inputs could not be read, and screens the others", () => {
    const { status, stdout, stderr } = screen("nowhere", "examples/LiCl.cif");
    expect(status).toBe(1);
    expect(stderr).toContain("nowhere: error: There is no such file");
    expect(stdout).toContain("LiCl");
  });
});

describe("what was done stays done", () => {
  it("when the process is killed", async () => {
    const source = manyCrystals("killed", 120);
    const out = join(folder, "killed.ndjson");
    const child = start(["screen", source, "--out", out, "--jobs", "1"]);
    await expect.poll(() => journalRows(`${out}.journal`), { timeout: 30_000 }).toBeGreaterThan(20);
    child.kill("SIGKILL");
    await ended(child);
    const done = journalRows(`${out}.journal`);
    expect(existsSync(out)).toBe(false);
    const { stderr } = screen(source, "--out", out, "--resume");
    expect(stderr).toContain(`120 data blocks, ${done} of them from before`);
    expect(readList(out).rows).toHaveLength(120);
  });

  it("when it is interrupted, which it answers at once with how to go on", async () => {
    const source = manyCrystals("interrupted", 120);
    const out = join(folder, "interrupted.ndjson");
    const child = start(["screen", source, "--out", out, "--jobs", "1"]);
    let told = "";
    child.stderr?.on("data", (chunk: Buffer) => (told += chunk.toString()));
    await expect.poll(() => journalRows(`${out}.journal`), { timeout: 30_000 }).toBeGreaterThan(20);
    child.kill("SIGINT");
    expect(await ended(child)).toBe(130);
    expect(told).toContain("go on with the same command and --resume");
    expect(told).toContain(`${journalRows(`${out}.journal`)} data blocks`);
    expect(screen(source, "--out", out, "--resume").status).toBe(0);
    expect(readList(out).rows).toHaveLength(120);
  });

  it("when it is interrupted among the barriers: the list is whole", async () => {
    const source = manyCrystals("barred", 120);
    const out = join(folder, "barred.ndjson");
    const child = start(["screen", source, "--out", out, "--jobs", "1", "--barriers", "120"]);
    const computed = () => readList(out).rows.filter(({ barrier }) => barrier !== undefined).length;
    const isBegun = () =>
      existsSync(`${out}.journal`) && readFileSync(`${out}.journal`, "latin1").includes("barrierOf");
    await expect.poll(isBegun, { timeout: 60_000 }).toBe(true);
    child.kill("SIGINT");
    expect(await ended(child)).toBe(130);
    expect(readList(out).rows).toHaveLength(120);
    const done = computed();
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(120);
    expect(screen(source, "--out", out, "--barriers", "120", "--resume").status).toBe(0);
    expect(computed()).toBe(120);
  });

  it.skipIf(process.platform === "win32")("when the file can grow no more", () => {
    const source = manyCrystals("full", 60);
    const out = join(folder, "full.ndjson");
    const limited = `ulimit -f 32; exec "$0" "$@"`;
    const { status, stderr } = spawnSync("bash", [
      "-c",
      limited,
      process.execPath,
      program,
      "screen",
      source,
      "--out",
      out,
    ]);
    expect(status).toBe(1);
    expect(stderr.toString()).toMatch(/error: .*EFBIG.*\n.*kept in .*full\.ndjson\.journal/);
    const done = journalRows(`${out}.journal`);
    expect(done).toBeGreaterThan(0);
    expect(screen(source, "--out", out, "--resume").stderr).toContain(
      `60 data blocks, ${done} of them from before`,
    );
    expect(readList(out).rows).toHaveLength(60);
  });

  it("when the disk is full", ({ skip }) => {
    const disk = join(folder, "disk");
    mkdirSync(disk);
    if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=48k", "tmpfs", disk]).status !== 0)
      skip("no small disk can be mounted here");
    try {
      const source = manyCrystals("disks", 60);
      const out = join(disk, "list.ndjson");
      const { status, stderr } = screen(source, "--out", out);
      expect(status).toBe(1);
      expect(stderr).toContain("The disk is full");
      const done = journalRows(`${out}.journal`);
      expect(done).toBeGreaterThan(0);
      spawnSync("mount", ["-o", "remount,size=10m", disk]);
      expect(screen(source, "--out", out, "--resume").stderr).toContain(
        `60 data blocks, ${done} of them from before`,
      );
      expect(readList(out).rows).toHaveLength(60);
    } finally {
      spawnSync("umount", [disk]);
    }
  });
});
