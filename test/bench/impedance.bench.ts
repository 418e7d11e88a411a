// How fast spectra are fitted: two arcs and a tail beside scipy, and a series of 200 files read and fitted in one go.
import { analyseFile } from "../../server/src/impedance/analyseFile";
import { defaultAnalysis } from "../../server/src/impedance/analysis";
import { fitCircuit, refineCircuit } from "../../server/src/impedance/fit/circuitFit";
import { analyseSeries } from "../../server/src/impedance/series";
import { circuitOf, simulated } from "../support/spectra";
import { pythonOutputs } from "./pythonOutputs";

const FITS = 20;
const FILES = 200;
const text = "p(R1,CPE1)-p(R2,CPE2)-CPE3";
const values = [1.4e5, 1.4e-11, 0.97, 2.108e5, 2.4e-9, 0.92, 2.2e-6, 0.86];
const spectrum = simulated(text, values, { noise: 0.005, to: 0.1 });

/** Processor time of this process, milliseconds. */
function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function tell(name: string, milliseconds: number, remark = ""): void {
  console.log(`${name.padEnd(44)} ${milliseconds.toFixed(1).padStart(9)} ms ${remark}`);
}

const warmUp = 5;
for (let i = 0; i < warmUp; i++) fitCircuit(circuitOf(text), spectrum);
const begun = processor();
for (let i = 0; i < FITS; i++) fitCircuit(circuitOf(text), spectrum);
const own = (processor() - begun) / FITS;
tell(
  "two arcs and a tail, no starting values",
  own,
  `chi2 ${fitCircuit(circuitOf(text), spectrum).chi2.toExponential(4)}`,
);

const start = values.map((value, p) => value * (p % 3 === 2 || p === 7 ? 0.97 : 1.05));
const begunNear = processor();
for (let i = 0; i < FITS; i++) refineCircuit(circuitOf(text), spectrum, "modulus", start);
tell("the same, started near the truth", (processor() - begunNear) / FITS);

const input = JSON.stringify({
  frequencies: [...spectrum.frequencies],
  zRe: [...spectrum.zRe],
  zIm: [...spectrum.zIm],
  start,
});
const [peer] = pythonOutputs(["test/bench/impedancePeer.py"], { input });
interface PeerFit {
  readonly milliseconds: number;
  readonly chi2: number;
}
if (peer !== undefined) {
  const { plain, scaled } = JSON.parse(peer) as { plain: PeerFit; scaled: PeerFit };
  for (const [name, { milliseconds, chi2 }] of [
    ["as impedance.py calls scipy, ohm and hertz", plain],
    ["scipy.optimize.curve_fit, scaled units", scaled],
  ] as const)
    tell(name, milliseconds, `chi2 ${chi2.toExponential(4)}, started near the truth`);
} else console.log("scipy.optimize.curve_fit: python3 with scipy is not there");

const { frequencies, zRe, zIm } = spectrum;
const rows = Array.from(frequencies, (frequency, i) => `${frequency},${zRe[i] ?? 0},${zIm[i] ?? 0}`);
const bytes = new TextEncoder().encode(["frequency_Hz,z_re_ohm,z_im_ohm", ...rows].join("\n"));
const items = Array.from({ length: FILES }, (_, i) => `${i}.csv`);
for (const [name, circuit] of [
  ["with a given circuit", circuitOf(text)],
  ["with the choice of a circuit", null],
] as const) {
  const started = processor();
  const analyse = (file: string) => analyseFile(bytes, file, () => ({ ...defaultAnalysis, circuit }));
  let done = 0;
  for await (const { analyses } of analyseSeries({ items, analyse })) done += analyses.length;
  const whole = processor() - started;
  tell(`${done} files read and fitted, ${name}`, whole, `${(whole / FILES).toFixed(1)} ms a file`);
}
