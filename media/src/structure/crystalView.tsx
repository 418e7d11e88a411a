import { useEffect, useRef, useState } from "preact/hooks";
import type { Object3D } from "three";
import type { StructurePicture } from "../../../server/src/protocol/structure";
import type { Theme } from "../shared/theme";
import { CrystalScene, type Drawn } from "./scene/crystalScene";
import { turned, zoomed, type Orientation } from "./scene/orientation";

export interface CrystalViewProps {
  readonly picture: StructurePicture;
  readonly drawn: Drawn;
  readonly theme: Theme;
  readonly orientation: Orientation;
  readonly onOrientation: (orientation: Orientation) => void;
  /** Index of a site. */
  readonly selected: number | undefined;
  readonly onSelect: (site: number | undefined) => void;
  /** Drawn into the crystal. */
  readonly overlay: readonly Object3D[];
  /** Told how to make an image of the view, once it is there. */
  readonly onScene: (scene: CrystalScene | undefined) => void;
}

/** Degrees by which an arrow key turns, and by which a pixel of the pointer does. */
const [keyStep, pixelStep] = [5, 0.5];
const keyZoom = 1.15;
/** Pixels; a shorter way is a click. */
const shortestDrag = 4;

const keys: Record<string, (orientation: Orientation) => Orientation> = {
  ArrowLeft: (orientation) => turned(orientation, -keyStep, 0),
  ArrowRight: (orientation) => turned(orientation, keyStep, 0),
  ArrowUp: (orientation) => turned(orientation, 0, -keyStep),
  ArrowDown: (orientation) => turned(orientation, 0, keyStep),
  "+": (orientation) => zoomed(orientation, keyZoom),
  "=": (orientation) => zoomed(orientation, keyZoom),
  "-": (orientation) => zoomed(orientation, 1 / keyZoom),
};

/** The crystal in three dimensions: dragging turns it, the wheel zooms, a click selects a site. */
export function CrystalView(props: CrystalViewProps) {
  const { picture, drawn, theme, orientation, onOrientation, selected, onSelect, overlay, onScene } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const { scene, refusal } = useScene(canvas, onScene);
  const way = useRef<{ x: number; y: number; length: number } | undefined>(undefined);
  const { foreground, selection } = theme;
  /** Newer than what was rendered last, where the pointer is quick. */
  const now = useRef(orientation);
  now.current = orientation;
  const change = (next: Orientation) => {
    now.current = next;
    onOrientation(next);
  };
  useEffect(() => {
    scene?.paint({ lines: foreground, selection });
  }, [scene, foreground, selection]);
  useEffect(() => {
    scene?.show(picture, drawn);
  }, [scene, picture, drawn]);
  useEffect(() => {
    scene?.select(selected);
  }, [scene, picture, drawn, selected]);
  useEffect(() => {
    scene?.lay(overlay);
  }, [scene, overlay]);
  useEffect(() => {
    scene?.orient(orientation);
  }, [scene, orientation]);
  if (refusal !== undefined)
    return (
      <p class="notice" role="alert">
        The crystal cannot be drawn here: {refusal} The table below has all its sites.
      </p>
    );
  return (
    <canvas
      ref={canvas}
      class="crystal"
      tabIndex={0}
      role="application"
      aria-roledescription="crystal"
      aria-label={`Unit cell of ${picture.formula}: ${picture.atoms.length} atoms, ${picture.bonds.length} bonds, ${picture.polyhedra.length} polyhedra. Arrow keys turn it, plus and minus zoom. The table of sites has what is drawn.`}
      onKeyDown={(event) => {
        const step = keys[event.key];
        if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        change(step(now.current));
      }}
      onWheel={(event) => {
        event.preventDefault();
        change(zoomed(now.current, event.deltaY < 0 ? keyZoom : 1 / keyZoom));
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        way.current = { x: event.clientX, y: event.clientY, length: 0 };
      }}
      onPointerMove={({ clientX, clientY }) => {
        const last = way.current;
        if (last === undefined) return;
        const [right, down] = [clientX - last.x, clientY - last.y];
        way.current = { x: clientX, y: clientY, length: last.length + Math.hypot(right, down) };
        change(turned(now.current, right * pixelStep, down * pixelStep));
      }}
      onPointerUp={({ offsetX, offsetY }) => {
        const length = way.current?.length ?? Infinity;
        way.current = undefined;
        if (length < shortestDrag) onSelect(scene?.siteAt(offsetX, offsetY));
      }}
      onPointerCancel={() => {
        way.current = undefined;
      }}
    />
  );
}

/** The scene of a canvas, as large as its place; or why there is none. */
function useScene(
  canvas: { readonly current: HTMLCanvasElement | null },
  onScene: CrystalViewProps["onScene"],
) {
  const [state, setState] = useState<{ scene?: CrystalScene; refusal?: string }>({});
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    let scene: CrystalScene;
    try {
      scene = new CrystalScene(element);
    } catch {
      setState({ refusal: "this machine or its browser has no WebGL." });
      return;
    }
    setState({ scene });
    onScene(scene);
    const observer = new ResizeObserver(() => {
      scene.resize();
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      onScene(undefined);
      scene.dispose();
    };
  }, []);
  return state;
}
