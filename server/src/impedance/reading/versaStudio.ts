import type { TextLines } from "./decodeText";
import { headerValue, type FileContent, type TextFormat } from "./format";
import { headerFacts } from "./headerFacts";
import { loopsOf } from "./loops";
import { Points } from "./points";
import type { ProblemList } from "./problemList";
import { columnsOrRefuse, readTable } from "./readTable";
import { cellsOf } from "./textTable";

/** VersaStudio's .par: blocks in angle brackets; `<Segment1>` names its columns in `Definition=` and holds rows until `</Segment1>`. */
export const versaStudio: TextFormat = {
  name: "VersaStudio .par",
  recognises: ({ lines }) =>
    /^<Application>/i.test(lines[0]?.slice(0, 100) ?? "") ||
    lines.slice(0, 2000).some((line) => /^Definition=Segment #/i.test(line)),
  read,
};

function read(text: TextLines, problems: ProblemList): FileContent | null {
  const { lines } = text;
  const points = new Points(problems);
  const definitions = lines.flatMap((line, i) => (/^\s*Definition=/i.test(line.slice(0, 100)) ? [i] : []));
  if (definitions.length === 0) {
    const message = 'The file has no data: a "<Segment1>" with "Definition=" is missing.';
    return problems.refuse("no-table", message, { line: lines.length });
  }
  for (const definition of definitions) {
    const names = cellsOf((lines[definition] ?? "").replace(/^\s*Definition=/i, ""), ",");
    const columns = columnsOrRefuse(names, definition, problems);
    if (!columns) return null;
    const segment = names.findIndex((name) => /^segment #$/i.test(name));
    const loop = segment < 0 ? undefined : { index: segment, scale: 1, offset: 0 };
    const close = lines.findIndex((line, i) => i > definition && /^\s*<\//.test(line.slice(0, 100)));
    const to = close < 0 ? lines.length : close;
    points.beginLoop();
    readTable(
      text,
      { from: definition + 1, to, separator: ",", columns: { ...columns, loop } },
      problems,
      points,
    );
  }
  const head = lines.slice(0, definitions[0]);
  return { instrument: instrument(head), ...headerFacts(head), loops: loopsOf(points) };
}

/** Type and model stand in the block `<Instrument>`. */
function instrument(head: readonly string[]): string | null {
  const block = head.slice(head.findIndex((line) => /^<Instrument>/i.test(line)));
  const [type, model] = [headerValue(block, /^Type=/i), headerValue(block, /^Model=/i)];
  return type && `${type}${model ?? ""}`;
}
