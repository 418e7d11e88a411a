import type { TextLines } from "./decodeText";
import type { FileContent, TextFormat } from "./format";
import { loopsOf } from "./loops";
import { readNumber } from "./number";
import { Points } from "./points";
import type { ProblemList } from "./problemList";
import { tellMissingPoints } from "./readTable";

/** Autolab's data file of its frequency response analyser: one value a line, nine a point: f, Z', -Z'' and six more. */
export const autolabDfr: TextFormat = {
  name: "Autolab FRA .dfr",
  recognises: ({ lines }) =>
    /^\s*VERSION\s*\d/i.test(lines[0]?.slice(0, 100) ?? "") &&
    /^\s*\d{1,6}\s*$/.test(lines[1]?.slice(0, 100) ?? ""),
  read,
};

const linesBefore = 3;
const linesOfPoint = 9;

function read({ lines }: TextLines, problems: ProblemList): FileContent | null {
  const announced = Number(lines[1]);
  const points = new Points(problems);
  for (let point = 0; point < announced && !points.isFull; point++) {
    const start = linesBefore + point * linesOfPoint;
    const values = lines.slice(start, start + linesOfPoint).map(readNumber);
    if (values.length < linesOfPoint) break;
    const [frequency, re, minusIm] = values;
    if (frequency === undefined || re === undefined || minusIm === undefined) {
      const message = "A value of this point is no number: from here on nothing is read.";
      problems.tell("unreadable-row", "warning", message, { line: start + 1 });
      break;
    }
    points.add(frequency, re, -minusIm, NaN, start + 1);
  }
  tellMissingPoints(announced, points.count, problems);
  const version = lines[0]?.trim() ?? null;
  return { instrument: version && `Autolab FRA ${version}`, ...noFacts, loops: loopsOf(points) };
}

const noFacts = { temperatureC: null, areaCm2: null, thicknessCm: null };
