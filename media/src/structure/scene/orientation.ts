import { Matrix4, Quaternion, Vector3 } from "three";
import type { PictureLattice } from "../../../../server/src/protocol/structure";

/** How a crystal is looked at. */
export interface Orientation {
  /** A quaternion x, y, z, w that turns the crystal; the screen's x points right, y up, z to the viewer. */
  readonly turn: readonly [number, number, number, number];
  /** 1 shows the whole cell. */
  readonly zoom: number;
}

const [smallestZoom, largestZoom] = [0.2, 20];

/** Degrees that the usual view is turned from the one along a, so that nothing hides behind its like. */
const [aside, downwards] = [-25, 15];

/** Near the view along a, with c upwards. */
export function usualOrientation(lattice: PictureLattice): Orientation {
  return turned(alongAxis(lattice, 0), aside, downwards);
}

/** Against the direction of a lattice vector, with c upwards; along c with b upwards. */
export function alongAxis({ vectors }: PictureLattice, axis: 0 | 1 | 2): Orientation {
  const toViewer = new Vector3(...(vectors[axis] ?? [0, 0, 1])).normalize();
  const upwards = new Vector3(...(vectors[axis === 2 ? 1 : 2] ?? [0, 1, 0]));
  const right = upwards.clone().cross(toViewer).normalize();
  const frame = new Matrix4().makeBasis(right, toViewer.clone().cross(right), toViewer);
  return { turn: written(new Quaternion().setFromRotationMatrix(frame).invert()), zoom: 1 };
}

/** Turned about the axes of the screen, degrees. */
export function turned({ turn, zoom }: Orientation, right: number, down: number): Orientation {
  const about = (axis: Vector3, degrees: number) =>
    new Quaternion().setFromAxisAngle(axis, (degrees * Math.PI) / 180);
  const step = about(new Vector3(0, 1, 0), right).multiply(about(new Vector3(1, 0, 0), down));
  return { turn: written(step.multiply(read(turn)).normalize()), zoom };
}

export function zoomed({ turn, zoom }: Orientation, factor: number): Orientation {
  return { turn, zoom: Math.min(largestZoom, Math.max(smallestZoom, zoom * factor)) };
}

export function read(turn: Orientation["turn"]): Quaternion {
  return new Quaternion(...turn);
}

function written({ x, y, z, w }: Quaternion): Orientation["turn"] {
  return [x, y, z, w];
}
