import type { FileContent } from "./format";
import { loopsOf, startsOfRows } from "./loops";
import { columnId, recordLayout, type RecordLayout } from "./biologicColumns";
import { Points } from "./points";
import type { ProblemList } from "./problemList";
import { temperatureInText } from "./temperatureInText";

export const biologicBinaryName = "BioLogic .mpr";

const magic = "BIO-LOGIC MODULAR FILE";

export function isBiologicBinary(bytes: Uint8Array): boolean {
  return latin1(bytes, 0, magic.length) === magic;
}

/** A module: settings, data, log or loops. Little-endian throughout. */
interface Module {
  readonly name: string;
  readonly version: number;
  /** EC-Lab 11.50 and later write longer heads. */
  readonly isNew: boolean;
  readonly data: DataView;
  /** As the head announces it; the file may end before. */
  readonly length: number;
}

/**
 * EC-Lab's binary file: modules one after another, each with a head. The data module counts points and columns, lists the
 * columns by number, and then holds packed records of float32 and a few other types.
 */
export function readBiologicBinary(bytes: Uint8Array, problems: ProblemList): FileContent | null {
  const modules = [...modulesOf(bytes)];
  const data = modules.find(({ name }) => name === "VMP data");
  if (!data)
    return problems.refuse(
      "no-table",
      "The file has no data module: was it cut, or the measurement never started?",
    );
  const points = readData(data, problems);
  if (!points) return null;
  const loop = modules.find(({ name }) => name === "VMP loop");
  const starts = loop ? loopStarts(loop.data) : [];
  const loops = loopsOf(points, startsOfRows(points, starts), starts.length === 0);
  return { instrument: null, ...settings(modules.find(({ name }) => name === "VMP Set")), loops };
}

const moduleMark = "MODULE";
const firstModule = 0x34;

function* modulesOf(bytes: Uint8Array): Generator<Module> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = firstModule;
  while (at + 65 <= bytes.length && latin1(bytes, at, moduleMark.length) === moduleMark) {
    const name = latin1(bytes, at + 6, 10).trim();
    const isNew = view.getUint32(at + 41, true) === 0xffffffff;
    const lengthAt = isNew ? at + 45 : at + 41;
    const start = lengthAt + (isNew ? 20 : 16);
    const length = view.getUint32(lengthAt, true);
    const version = isNew ? view.getUint32(lengthAt + 8, true) : view.getUint32(lengthAt + 4, true);
    if (start > bytes.length) return;
    const present = Math.min(length, bytes.length - start);
    yield {
      name,
      version,
      isNew,
      length,
      data: new DataView(bytes.buffer, bytes.byteOffset + start, present),
    };
    at = start + length;
  }
}

/** Bytes before the records, by the version of the data module. */
function headOf({
  version,
  isNew,
}: Module): { idBytes: 1 | 2; idsAt: number; recordsAt: number } | undefined {
  if (isNew) return { idBytes: 2, idsAt: 6, recordsAt: 0x3ef };
  switch (version) {
    case 0:
      return { idBytes: 1, idsAt: 5, recordsAt: 100 };
    case 2:
      return { idBytes: 2, idsAt: 5, recordsAt: 0x195 };
    case 3:
      return { idBytes: 2, idsAt: 5, recordsAt: 0x196 };
    default:
      return undefined;
  }
}

function readData(module: Module, problems: ProblemList): Points | null {
  const head = headOf(module);
  const { data } = module;
  if (!head) {
    const message = `The data module has version ${module.version}, which is not known. Export the measurement as text (.mpt).`;
    return problems.refuse("unknown-version", message);
  }
  if (data.byteLength < head.recordsAt)
    return problems.refuse("no-table", "The file ends before its data: it was cut, or never finished.");
  const count = data.getUint32(0, true);
  const ids = Array.from({ length: data.getUint8(4) }, (_, i) =>
    head.idBytes === 1 ? data.getUint8(head.idsAt + i) : data.getUint16(head.idsAt + 2 * i, true),
  );
  const layout = layoutOrRefuse(ids, problems);
  if (!layout) return null;
  const announced = (module.length - head.recordsAt) / Math.max(count, 1);
  if (count > 0 && announced !== layout.size) {
    const message = `The records have ${Number(announced.toFixed(2))} bytes where the columns ask for ${layout.size}. Export the measurement as text (.mpt).`;
    return problems.refuse("unknown-layout", message);
  }
  return readRecords(data, head.recordsAt, count, layout, problems);
}

function layoutOrRefuse(ids: readonly number[], problems: ProblemList): RecordLayout | null {
  const layout = recordLayout(ids);
  if (layout.unknown.length > 0) {
    const message = `Columns of the numbers ${layout.unknown.join(", ")} are not known. Export the measurement as text (.mpt).`;
    return problems.refuse("unknown-column", message);
  }
  if (!layout.offsets.has(columnId.re) || !layout.offsets.has(columnId.minusIm))
    return problems.refuse(
      "no-impedance",
      "The file holds no impedance: it is a measurement of another kind.",
    );
  if (!layout.offsets.has(columnId.frequency))
    return problems.refuse("no-frequency", "There is impedance but no column of frequencies (freq/Hz).");
  return layout;
}

function readRecords(
  data: DataView,
  from: number,
  count: number,
  { size, offsets }: RecordLayout,
  problems: ProblemList,
): Points {
  const points = new Points(problems);
  const present = Math.min(count, Math.floor((data.byteLength - from) / size));
  const at = (record: number, id: number): number => {
    const offset = offsets.get(id);
    return offset === undefined ? NaN : data.getFloat32(from + record * size + offset, true);
  };
  for (let i = 0; i < present && !points.isFull; i++) {
    const temperature = at(i, columnId.temperature);
    const warm = temperature > -273.15 ? temperature : NaN;
    points.add(at(i, columnId.frequency), at(i, columnId.re), -at(i, columnId.minusIm), warm, null);
  }
  if (present < count) {
    const message = `The file is cut: of ${count} points ${present} are there.`;
    problems.tell("fewer-points", "warning", message);
  }
  return points;
}

/** Numbers of records at which loops begin; the last is behind the last record. */
function loopStarts(data: DataView): number[] {
  const count =
    data.byteLength < 4 ? 0 : Math.min(data.getUint32(0, true), Math.floor(data.byteLength / 4) - 1);
  return Array.from({ length: count }, (_, i) => data.getUint32(4 + 4 * i, true)).slice(0, -1);
}

const commentAt = 0x07;
const areaAt = 0x211;

function settings(module: Module | undefined): Omit<FileContent, "instrument" | "loops"> {
  const data = module?.data;
  if (!data || data.byteLength < areaAt + 4) return { temperatureC: null, areaCm2: null, thicknessCm: null };
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const comment = latin1(bytes, commentAt + 1, data.getUint8(commentAt));
  const named = temperatureInText(comment);
  return {
    temperatureC: named.kind === "found" && !named.isRoom ? named.celsius : null,
    areaCm2: Number(data.getFloat32(areaAt, true).toPrecision(6)),
    thicknessCm: null,
  };
}

function latin1(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}
