import { Context, Element } from "svgcanvas";

/** Something to draw on, like a canvas, and the context that makes an SVG of it. */
export function svgElement(size: { readonly width: number; readonly height: number }): {
  readonly element: HTMLCanvasElement;
  readonly context: Context;
} {
  const element = new Element(size);
  const context: unknown = element.getContext("2d");
  if (!(context instanceof Context)) throw new Error("The figure cannot be drawn as SVG.");
  writeFonts(context);
  return { element, context };
}

/** Size and name of a font of canvases, `12px Arial, sans-serif`. */
const font = /(\d+(?:\.\d+)?)px\s+(.+)$/;

/** The library reads fonts by a style attribute, which the policy of pages forbids. */
function writeFonts(context: Context): void {
  for (const name of ["fillText", "strokeText"] as const) {
    const draw = context[name].bind(context);
    context[name] = (text, x, y) => {
      draw(text, x, y);
      writeFont(context);
    };
  }
}

/** Into the text that was drawn last. */
function writeFont(context: Context): void {
  const drawn = [...context.getSvg().querySelectorAll("text")].at(-1);
  const [, size = "12", family = "sans-serif"] = font.exec(context.font) ?? [];
  for (const name of ["font-style", "font-weight", "text-decoration"]) drawn?.removeAttribute(name);
  drawn?.setAttribute("font-size", size);
  drawn?.setAttribute("font-family", family);
}
