/** A direction of a panel. */
export interface Axis {
  readonly label: string;
  readonly range: readonly [from: number, to: number];
  readonly ticks: readonly Tick[];
}

export interface Tick {
  readonly at: number;
  readonly text: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
  /** Half the length of the whisker in y. */
  readonly deviation?: number;
}

/** Points that belong together, or straight lines for the eye. */
export type Mark =
  | {
      readonly kind: "points";
      readonly points: readonly Point[];
      readonly colour: number;
      readonly name?: string;
    }
  | {
      readonly kind: "line";
      readonly points: readonly Point[];
      readonly colour: number;
      readonly name?: string;
      readonly isDashed?: boolean;
    }
  | {
      readonly kind: "bars";
      readonly points: readonly Point[];
      readonly colour: number;
      readonly width: number;
      readonly name?: string;
    };

export interface Panel {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly marks: readonly Mark[];
}

/** Okabe and Ito's colours, told apart by colour-blind people, on white as on black. */
const palette = [
  "#0072b2",
  "#d55e00",
  "#009e73",
  "#cc79a7",
  "#e69f00",
  "#56b4e9",
  "#7f7f7f",
  "#8c6d31",
] as const;

const panelWidth = 420;
const panelHeight = 260;
const margin = { left: 56, right: 14, top: 30, bottom: 48 };
const legendLine = 16;
/** Of the font on average, so that names do not run into each other; of the smaller one of turned names. */
const letterWidth = 5.8;
const smallLetterWidth = 4.9;
/** Names of ticks are turned by the first of these that keeps them in the panel, degrees. */
const turns = [25, 65] as const;

/**
 * Panels side by side as one SVG image with a legend below; text stays text, and the image brings its own background, light
 * or dark as the reader's settings are.
 *
 * @param description For those who do not see it.
 */
export function svgFigure(panels: readonly Panel[], description: string, columns = 2): string {
  const names = legendOf(panels);
  const across = Math.min(columns, panels.length);
  const rows = Math.ceil(panels.length / across);
  const width = across * panelWidth;
  const entryWidth = 40 + letterWidth * Math.max(0, ...names.map(({ name }) => name.length));
  const perLine = Math.max(1, Math.floor((width - margin.left) / entryWidth));
  const turned = panels.map(turnOfTicks);
  const rowHeight = panelHeight + Math.max(0, ...turned.map(({ room }) => room - margin.bottom));
  const height = rows * rowHeight + Math.ceil(names.length / perLine) * legendLine + 10;
  const drawn = panels.map((panel, i) =>
    group(
      (i % across) * panelWidth,
      Math.floor(i / across) * rowHeight,
      drawPanel(panel, rowHeight, turned[i]?.turn),
    ),
  );
  const legend = names.map(({ name, colour, symbol }, i) =>
    group(
      margin.left + (i % perLine) * entryWidth,
      rows * rowHeight + Math.floor(i / perLine) * legendLine,
      `${symbol(colour)}${text(26, 12, name, "start")}`,
    ),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(description)}</title>`,
    "<style>svg{color:#24292f;background:#fff;font:11px sans-serif}text{fill:currentColor}.h{font-size:12px;font-weight:bold}",
    ".a{stroke:currentColor;fill:none}.g{stroke:currentColor;stroke-opacity:.15}",
    "@media(prefers-color-scheme:dark){svg{color:#e6edf3;background:#161b22}}</style>",
    ...drawn,
    ...legend,
    "</svg>\n",
  ].join("\n");
}

type Scale = (value: number) => number;

/** By how much the names of the ticks of x are turned, if they have no room as they are, and what room they take then. */
function turnOfTicks({ x: { ticks, range } }: Panel): { readonly turn?: number; readonly room: number } {
  const longest = Math.max(0, ...ticks.map(({ text: label }) => label.length));
  if (longest * ticks.length <= 55) return { room: 0 };
  const across = scaleOf(range, margin.left, panelWidth - margin.right);
  const along = (degrees: number, part: (radian: number) => number) =>
    smallLetterWidth * part((degrees * Math.PI) / 180);
  const isInside = (degrees: number) =>
    ticks.every(({ at, text: label }) => label.length * along(degrees, Math.cos) <= across(at));
  const turn = turns.find(isInside) ?? turns[1];
  return { turn, room: Math.ceil(18 + longest * along(turn, Math.sin)) };
}

/** @param turn of the names of the ticks of x, degrees. */
function drawPanel({ title, x, y, marks }: Panel, height: number, turn?: number): string {
  const [left, right] = [margin.left, panelWidth - margin.right];
  const [top, bottom] = [margin.top, panelHeight - margin.bottom];
  const across = scaleOf(x.range, left, right);
  const up = scaleOf(y.range, bottom, top);
  const xTicks = x.ticks.map(({ at, text: label }) =>
    turn === undefined
      ? text(across(at), bottom + 15, label)
      : `<text transform="translate(${round(across(at))} ${bottom + 10}) rotate(-${turn})" text-anchor="end" font-size="9">${escaped(label)}</text>`,
  );
  const yTicks = y.ticks.map(
    ({ at, text: label }) =>
      `<path class="g" d="M${left} ${round(up(at))}H${right}"/>${text(left - 5, up(at) + 4, label, "end")}`,
  );
  return [
    `<text class="h" x="${left}" y="18">${escaped(title)}</text>`,
    ...yTicks,
    ...xTicks,
    `<path class="a" d="M${left} ${top}V${bottom}H${right}"/>`,
    text((left + right) / 2, height - 8, x.label),
    `<text transform="translate(14 ${(top + bottom) / 2}) rotate(-90)" text-anchor="middle">${escaped(y.label)}</text>`,
    ...marks.map((mark) => drawMark(mark, across, up, y.range[0])),
  ].join("");
}

function drawMark(mark: Mark, across: Scale, up: Scale, floor: number): string {
  const colour = colourOf(mark.colour);
  const points = mark.points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const place = ({ x, y }: Point) => `${round(across(x))} ${round(up(y))}`;
  switch (mark.kind) {
    case "points": {
      // One path of round caps is a tenth of the size of as many circles.
      const dots = points.map((point) => `M${place(point)}h0`).join("");
      return `<path d="${dots}" stroke="${colour}" stroke-width="6" stroke-linecap="round" stroke-opacity=".75"/>${whiskers(points, colour, across, up)}`;
    }
    case "line":
      return `<path d="M${points.map(place).join("L")}" stroke="${colour}" stroke-width="1.5" fill="none"${mark.isDashed ? ' stroke-dasharray="5 4"' : ""}/>`;
    case "bars": {
      const bars = points.map(({ x, y }) => {
        const [from, to] = [across(x - mark.width / 2), across(x + mark.width / 2)];
        return `M${round(from)} ${round(up(Math.max(floor, Math.min(0, y))))}V${round(up(y))}H${round(to)}V${round(up(Math.max(floor, Math.min(0, y))))}Z`;
      });
      return `<path d="${bars.join("")}" fill="${colour}" fill-opacity=".75"/>${whiskers(points, colour, across, up)}`;
    }
  }
}

function whiskers(points: readonly Point[], colour: string, across: Scale, up: Scale): string {
  const lines = points
    .filter(({ deviation = 0 }) => deviation > 0)
    .map(({ x, y, deviation = 0 }) => {
      const [low, high] = [round(up(y - deviation)), round(up(y + deviation))];
      const at = round(across(x));
      return `M${at} ${low}V${high}M${round(at - 3)} ${low}h6M${round(at - 3)} ${high}h6`;
    });
  return lines.length > 0 ? `<path d="${lines.join("")}" stroke="${colour}"/>` : "";
}

interface LegendEntry {
  readonly name: string;
  readonly colour: string;
  readonly symbol: (colour: string) => string;
}

/** Each name once, in order of first appearance. */
function legendOf(panels: readonly Panel[]): LegendEntry[] {
  const entries = new Map<string, LegendEntry>();
  for (const mark of panels.flatMap(({ marks }) => marks)) {
    const { name } = mark;
    if (name === undefined || entries.has(name)) continue;
    entries.set(name, { name, colour: colourOf(mark.colour), symbol: symbolOf(mark) });
  }
  return [...entries.values()];
}

function symbolOf(mark: Mark): (colour: string) => string {
  switch (mark.kind) {
    case "points":
      return (colour) => `<circle cx="12" cy="8" r="3" fill="${colour}"/>`;
    case "line": {
      const dashes = mark.isDashed ? ' stroke-dasharray="5 4"' : "";
      return (colour) => `<path d="M2 8h20" stroke="${colour}" stroke-width="1.5"${dashes}/>`;
    }
    case "bars":
      return (colour) => `<path d="M7 3h10v10h-10z" fill="${colour}" fill-opacity=".75"/>`;
  }
}

function colourOf(index: number): string {
  return palette[index % palette.length] ?? palette[0];
}

function scaleOf([from, to]: readonly [number, number], start: number, end: number): Scale {
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

function group(x: number, y: number, content: string): string {
  return `<g transform="translate(${x} ${y})">${content}</g>`;
}

function text(x: number, y: number, content: string, anchor = "middle"): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escaped(content)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(content: string): string {
  return content.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");
}

/** About `count` ticks at round numbers. */
export function roundTicks([from, to]: readonly [number, number], count = 5): Tick[] {
  const raw = (to - from) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= raw) ?? 10);
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  const first = Math.ceil(from / step - 1e-9);
  return Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, i) => {
    const at = (first + i) * step;
    return { at, text: at.toFixed(digits) };
  });
}

/** An axis that holds all of these values, with a little room. */
export function axisAround(label: string, values: readonly number[]): Axis {
  const finite = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...finite, Infinity), Math.max(...finite, -Infinity)];
  const room = high > low ? 0.05 * (high - low) : 0.5;
  const range = finite.length > 0 ? ([low - room, high + room] as const) : ([0, 1] as const);
  return { label, range, ticks: roundTicks(range) };
}
