import type { ImpedanceReading, Loop } from "./spectrum";
import { autolabDfr } from "./reading/autolabDfr";
import { autolabFra } from "./reading/autolabFra";
import { biologicBinaryName, isBiologicBinary, readBiologicBinary } from "./reading/biologicBinary";
import { biologicText } from "./reading/biologicText";
import { chInstruments } from "./reading/chInstruments";
import { countedRows } from "./reading/countedRows";
import { decodeText } from "./reading/decodeText";
import { delimited } from "./reading/delimited";
import type { FileContent, TextFormat } from "./reading/format";
import { gamry } from "./reading/gamry";
import { isIvium, iviumName, readIvium } from "./reading/ivium";
import { origaLys } from "./reading/origaLys";
import { parstat } from "./reading/parstat";
import { mostPoints } from "./reading/points";
import { powerSuite } from "./reading/powerSuite";
import { ProblemList } from "./reading/problemList";
import { temperatureInText } from "./reading/temperatureInText";
import { versaStudio } from "./reading/versaStudio";
import { z60w } from "./reading/z60w";
import { zplot } from "./reading/zplot";

/** Layouts of text; the first that recognises a file reads it. */
const textFormats: readonly TextFormat[] = [
  biologicText,
  gamry,
  zplot,
  z60w,
  versaStudio,
  autolabDfr,
  chInstruments,
  parstat,
  powerSuite,
  autolabFra,
  origaLys,
  countedRows,
  delimited,
];

/** Bytes; no file of spectra is larger. */
const mostBytes = 64 * 1024 * 1024;

/**
 * The spectra of a file that an instrument wrote, recognised by its content. `name` is the file's own, without folders: it
 * may tell the temperature (`pellet_25C.mpt`) where the file does not.
 */
export function readImpedance(bytes: Uint8Array, name: string): ImpedanceReading {
  const problems = new ProblemList();
  const { format, content } = readContent(bytes, problems);
  const loops = content?.loops.filter(({ frequencies }) => frequencies.length > 0) ?? [];
  if (content && loops.length === 0)
    problems.refuse(
      "no-points",
      "The table holds no point of a spectrum: no row with frequency and impedance.",
    );
  if (loops.reduce((sum, { frequencies }) => sum + frequencies.length, 0) >= mostPoints)
    problems.refuse(
      "too-many-points",
      `The file holds ${mostPoints} points or more: it is no series of spectra.`,
    );
  if (!content || problems.hasErrors) return { kind: "refused", format, problems: problems.all() };
  tellWrongSign(loops, problems);
  const file = {
    format: format ?? delimited.name,
    instrument: content.instrument,
    ...temperature(content, loops, name, problems),
    areaCm2: trustedArea(content.areaCm2, problems),
    thicknessCm: content.thicknessCm !== null && content.thicknessCm > 0 ? content.thicknessCm : null,
    loops,
  };
  return { kind: "read", file: { ...file, problems: problems.all() } };
}

function readContent(
  bytes: Uint8Array,
  problems: ProblemList,
): { format: string | null; content: FileContent | null } {
  const refuse = (code: string, message: string) => ({
    format: null,
    content: problems.refuse(code, message),
  });
  if (bytes.length > mostBytes)
    return refuse(
      "too-large",
      `The file has ${megabytes(bytes)} MB; files of up to ${megabytes(mostBytes)} MB are read.`,
    );
  if (isBiologicBinary(bytes))
    return { format: biologicBinaryName, content: readBiologicBinary(bytes, problems) };
  if (isIvium(bytes)) return { format: iviumName, content: readIvium(bytes, problems) };
  const text = decodeText(bytes);
  if (!text)
    return refuse(
      "binary",
      "The file is binary, in no layout that is known. Export the measurement as text.",
    );
  if (text.lines.every((line) => line.trim() === "")) return refuse("empty", "The file is empty.");
  const format = textFormats.find((each) => each.recognises(text));
  if (!format)
    return refuse(
      "unknown-format",
      "No table of frequencies and impedances: there are no rows of three numbers or more.",
    );
  return { format: format.name, content: format.read(text, problems) };
}

const megabytes = (size: Uint8Array | number): number =>
  Math.round((typeof size === "number" ? size : size.length) / 1024 / 1024);

/** The file's word goes before that of its name. */
function temperature(
  content: FileContent,
  loops: readonly Loop[],
  name: string,
  problems: ProblemList,
): { temperatureC: number | null; temperatureSource: "file" | "name" | null } {
  const told = loops.find(({ temperatureC }) => temperatureC !== null)?.temperatureC ?? content.temperatureC;
  if (told !== null) return { temperatureC: told, temperatureSource: "file" };
  const named = temperatureInText(name);
  switch (named.kind) {
    case "none":
      return { temperatureC: null, temperatureSource: null };
    case "several": {
      const message = `The name of the file tells several temperatures (${named.words.join(", ")}): none is taken.`;
      problems.tell("several-temperatures", "information", message);
      return { temperatureC: null, temperatureSource: null };
    }
    case "found":
      if (named.isRoom)
        problems.tell("room-temperature", "information", `"${named.words}" is taken as 25 °C.`);
      return { temperatureC: named.celsius, temperatureSource: "name" };
  }
}

/** What instruments write as area where nobody entered one, cm2. */
const placeholders = [0, 0.001, 1];

function trustedArea(area: number | null, problems: ProblemList): number | null {
  if (area === null || !Number.isFinite(area)) return null;
  if (area > 0 && !placeholders.includes(area)) return area;
  const message = `The area of ${area} cm² is what instruments write where none was entered: it is not used.`;
  problems.tell("placeholder-area", "information", message);
  return null;
}

/** Share of points above which Im Z > 0 looks like a sign that was not turned. */
const mostlyInductive = 0.8;

function tellWrongSign(loops: readonly Loop[], problems: ProblemList): void {
  const all = loops.flatMap(({ zIm }) => [...zIm]);
  if (all.filter((im) => im > 0).length <= mostlyInductive * all.length) return;
  const message = "Nearly all of Im Z is positive, as of a coil. Does the column hold -Z''? Then name it so.";
  problems.tell("inductive", "warning", message);
}
