/**
 * An embedding as a strip of coloured cells, an image of its own as data URI: orange for positive numbers, blue for
 * negative ones, the stronger the further from 0. It reads on light and dark ground.
 */
export function embeddingStrip(embedding: readonly number[]): string {
  const largest = Math.max(1e-9, ...embedding.map(Math.abs));
  const cells = embedding.map((value, i) => cell(i, value / largest));
  const width = embedding.length * (cellSize + gap) - gap;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${cellSize}" viewBox="0 0 ${width} ${cellSize}">` +
    `${cells.join("")}</svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}

const cellSize = 14;
const gap = 2;
/** Safe for colour-blind readers (Okabe and Ito). */
const colours = { positive: "#d55e00", negative: "#0072b2" };

/** @param share -1 to 1. */
function cell(index: number, share: number): string {
  const x = index * (cellSize + gap);
  const colour = share < 0 ? colours.negative : colours.positive;
  const frame = `<rect x="${x + 0.5}" y="0.5" width="${cellSize - 1}" height="${cellSize - 1}" rx="2" fill="none" stroke="#888888" stroke-opacity="0.5"/>`;
  const fill = `<rect x="${x}" y="0" width="${cellSize}" height="${cellSize}" rx="2" fill="${colour}" fill-opacity="${Math.abs(share).toFixed(3)}"/>`;
  return fill + frame;
}
