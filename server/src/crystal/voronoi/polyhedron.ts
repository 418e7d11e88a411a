import type { Vector3 } from "../lattice";
import { cross, difference, dot } from "../vector";

/** A corner of a polyhedron, angstrom from its centre. */
export type Point = Vector3;

/** A flat side of a polyhedron. */
export interface PolyhedronFace {
  /** What the plane was given as; -1 for a side of the cube that it was cut from. */
  readonly plane: number;
  /** Corners in order around the face. */
  readonly corners: readonly Point[];
}

/** Angstrom: corners so close to a plane lie on it, so that planes may meet in edges and corners without making slivers. */
const tolerance = 1e-9;

/** A convex polyhedron about the origin, cut by one plane after the other. */
export class Polyhedron {
  faces: readonly PolyhedronFace[];
  /** The square of the distance of its farthest corner. */
  reachSquared: number;

  /** A cube. @param half half its edge, angstrom. */
  constructor(half: number) {
    this.faces = cubeFaces(half);
    this.reachSquared = 3 * half * half;
  }

  /**
   * Cuts off what is nearer to a point than to the origin.
   *
   * @param plane a number to know the new face by.
   * @param radical what the square of the radius of a sphere about the origin is more than that about the point, where the
   * power of the spheres decides what is nearer.
   */
  cut(plane: number, x: number, y: number, z: number, radical = 0): void {
    const squared = x * x + y * y + z * z;
    const length = Math.sqrt(squared);
    const height = ([u, v, w]: Point) => (u * x + v * y + w * z - (squared + radical) / 2) / length;
    if (this.faces.every(({ corners }) => corners.every((corner) => height(corner) <= tolerance))) return;
    const border: Point[] = [];
    const kept = this.faces.flatMap((face) => {
      const corners = clipped(face.corners, height, border);
      return corners.length < 3 ? [] : [{ plane: face.plane, corners }];
    });
    const corners = inOrder(border, [x / length, y / length, z / length]);
    this.faces = corners.length < 3 ? kept : [...kept, { plane, corners }];
    this.reachSquared = Math.max(0, ...this.faces.flatMap((face) => face.corners.map(squaredLength)));
  }
}

/** The part of a polygon that is not above a plane; corners that come to lie on it are added to `border`. */
function clipped(corners: readonly Point[], height: (corner: Point) => number, border: Point[]): Point[] {
  const heights = corners.map(height);
  const kept: Point[] = [];
  for (const [i, corner] of corners.entries()) {
    const next = (i + 1) % corners.length;
    const [own = 0, other = 0] = [heights[i], heights[next]];
    if (own <= tolerance) kept.push(corner);
    if (Math.abs(own) <= tolerance) border.push(corner);
    if ((own > tolerance && other < -tolerance) || (own < -tolerance && other > tolerance)) {
      const crossing = between(corner, corners[next] ?? corner, own / (own - other));
      kept.push(crossing);
      border.push(crossing);
    }
  }
  return kept;
}

function between([x, y, z]: Point, [u, v, w]: Point, share: number): Point {
  return [x + share * (u - x), y + share * (v - y), z + share * (w - z)];
}

/** Points of a plane, each once, in order around their middle. */
function inOrder(points: readonly Point[], normal: Point): Point[] {
  const distinct: Point[] = [];
  for (const point of points)
    if (!distinct.some((known) => squaredLength(difference(point, known)) < (10 * tolerance) ** 2))
      distinct.push(point);
  if (distinct.length < 3) return [];
  const middle = distinct.reduce<Point>(
    ([x, y, z], [u, v, w]) => [x + u / distinct.length, y + v / distinct.length, z + w / distinct.length],
    [0, 0, 0],
  );
  const along = difference(distinct[0] ?? middle, middle);
  const across = cross(normal, along);
  const angle = (point: Point) => {
    const from = difference(point, middle);
    return Math.atan2(dot(from, across), dot(from, along));
  };
  return distinct
    .map((point) => ({ point, turn: angle(point) }))
    .sort((one, other) => one.turn - other.turn)
    .map(({ point }) => point);
}

/** Square angstrom. */
export function faceArea({ corners }: PolyhedronFace): number {
  const [first, ...others] = corners;
  if (!first) return 0;
  let [x, y, z] = [0, 0, 0];
  for (let i = 1; i < others.length; i++) {
    const [u, v, w] = cross(difference(others[i - 1] ?? first, first), difference(others[i] ?? first, first));
    [x, y, z] = [x + u / 2, y + v / 2, z + w / 2];
  }
  return Math.hypot(x, y, z);
}

/** Steradian, seen from the centre (Van Oosterom and Strackee, IEEE Trans. Biomed. Eng. 30, 125 (1983)). */
export function faceSolidAngle({ corners }: PolyhedronFace): number {
  const [first, ...others] = corners;
  if (!first) return 0;
  let sum = 0;
  for (let i = 1; i < others.length; i++) {
    const [second, third] = [others[i - 1] ?? first, others[i] ?? first];
    const [a, b, c] = [first, second, third].map((corner) => Math.sqrt(squaredLength(corner)));
    const denominator =
      (a ?? 0) * (b ?? 0) * (c ?? 0) +
      dot(first, second) * (c ?? 0) +
      dot(first, third) * (b ?? 0) +
      dot(second, third) * (a ?? 0);
    sum += 2 * Math.atan2(Math.abs(dot(first, cross(second, third))), denominator);
  }
  return sum;
}

const squaredLength = (point: Point) => dot(point, point);

function cubeFaces(half: number): PolyhedronFace[] {
  const square: readonly (readonly [number, number])[] = [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
  ];
  const sides = [-half, half].flatMap((side) => [
    square.map(([u, v]): Point => [side, u, v]),
    square.map(([u, v]): Point => [u, side, v]),
    square.map(([u, v]): Point => [u, v, side]),
  ]);
  return sides.map((corners) => ({ plane: -1, corners }));
}
