import { color } from "chart.js/helpers";
import { useEffect, useState } from "preact/hooks";

/** The colours of charts by what they are for; all from the editor's theme. */
export interface Theme {
  readonly foreground: string;
  readonly background: string;
  readonly faint: string;
  readonly border: string;
  /** Marks what is selected. */
  readonly selection: string;
  readonly font: string;
  readonly fontSize: number;
  /** To tell series apart; each also has a shape of its own. */
  readonly series: readonly string[];
  /** From little to much. */
  readonly gradient: readonly [string, string];
}

/** For figures that leave the editor: black on white paper, with colours that colour-blind eyes tell apart. */
export const paperTheme: Theme = {
  foreground: "#000000",
  background: "#ffffff",
  faint: "#d9d9d9",
  border: "#000000",
  selection: "#0072b2",
  font: "Arial, Helvetica, sans-serif",
  fontSize: 13,
  series: ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00"],
  gradient: ["#0072b2", "#e69f00"],
};

/** The theme now; the component is drawn anew when the user changes it. */
export function useTheme(): Theme {
  const [theme, setTheme] = useState(readTheme);
  useEffect(() => {
    const observer = new MutationObserver(() => {
      setTheme(readTheme());
    });
    observer.observe(document.documentElement, { attributeFilter: ["style", "class"] });
    observer.observe(document.body, { attributeFilter: ["class"] });
    return () => {
      observer.disconnect();
    };
  }, []);
  return theme;
}

function readTheme(): Theme {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string, fallback: string) =>
    style.getPropertyValue(`--vscode-${name}`).trim() || fallback;
  const foreground = read("editor-foreground", "#808080");
  const colour = (name: string) => read(`charts-${name}`, foreground);
  return {
    foreground,
    background: read("editor-background", "Canvas"),
    faint: color(foreground).alpha(0.2).rgbString(),
    border: read("contrastBorder", read("charts-lines", foreground)),
    selection: read("focusBorder", foreground),
    font: read("font-family", "sans-serif"),
    fontSize: Number.parseFloat(read("font-size", "13px")),
    series: ["blue", "yellow", "green", "purple", "orange", "red"].map(colour),
    gradient: [colour("blue"), colour("yellow")],
  };
}
