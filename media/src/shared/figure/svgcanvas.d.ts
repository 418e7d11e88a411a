declare module "svgcanvas" {
  /** Looks enough like a canvas for whoever draws, and makes an SVG of it. */
  export const Element: new (size: { readonly width: number; readonly height: number }) => HTMLCanvasElement;

  export class Context {
    /** As of a canvas. */
    font: string;
    fillText: (text: string, x: number, y: number) => void;
    strokeText: (text: string, x: number, y: number) => void;
    getSvg(): SVGSVGElement;
    /** @param fixNamedEntities true for a document that any reader takes */
    getSerializedSvg(fixNamedEntities: boolean): string;
    drawImage(drawing: Context, x: number, y: number, width: number, height: number): void;
  }
}
