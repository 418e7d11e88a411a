import { elementBySymbol } from "../crystal/elements";

/** The colours of Jmol, hydrogen to lawrencium, six hexadecimal digits each: https://jmol.sourceforge.net/jscolors */
const colours =
  "FFFFFFD9FFFF" +
  "CC80FFC2FF00FFB5B59090903050F8FF0D0D90E050B3E3F5" +
  "AB5CF28AFF00BFA6A6F0C8A0FF8000FFFF301FF01F80D1E3" +
  "8F40D43DFF00E6E6E6BFC2C7A6A6AB8A99C79C7AC7E06633F090A050D050C880337D80B0C28F8F668F8FBD80E3FFA100" +
  "A629295CB8D1" +
  "702EB000FF0094FFFF94E0E073C2C954B5B53B9E9E248F8F0A7D8C006985C0C0C0FFD98FA675736680809E63B5D47A00" +
  "940094429EB0" +
  "57178F00C90070D4FFFFFFC7D9FFC7C7FFC7A3FFC78FFFC761FFC745FFC730FFC71FFFC700FF9C00E67500D45200BF38" +
  "00AB244DC2FF4DA6FF2194D6267DAB266696175487D0D0E0FFD123B8B8D0A6544D5759619E4FB5AB5C00754F45428296" +
  "420066007D0070ABFA00BAFF00A1FF008FFF0080FF006BFF545CF2785CE38A4FE3A136D4B31FD4B31FBAB30DA6BD0D87" +
  "C70066";

/** The colour that drawings of crystals give an element, `#cc80ff`; `undefined` beyond lawrencium. */
export function elementColour(atomicNumber: number): string | undefined {
  const digits = colours.slice(6 * (atomicNumber - 1), 6 * atomicNumber);
  return digits.length === 6 ? `#${digits.toLowerCase()}` : undefined;
}

const size = 12;

/** A disc in the colour of an element, an image as data URI. Its rim shows white ones on white ground. */
export function elementSwatch(colour: string): string {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">` +
    `<circle cx="6" cy="6" r="5" fill="${colour}" stroke="#888888"/></svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}

/** The colour of an element as an image in markdown; empty for what is no element. */
export function swatchOf(symbol: string): string {
  const element = elementBySymbol(symbol);
  const colour = element && elementColour(element.atomicNumber);
  return colour === undefined ? "" : `![colour of ${symbol}](${elementSwatch(colour)})`;
}
