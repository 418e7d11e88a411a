import {
  BufferGeometry,
  CanvasTexture,
  Color,
  Float32BufferAttribute,
  Group,
  LineBasicMaterial,
  LineSegments,
  SRGBColorSpace,
  Sprite,
  SpriteMaterial,
  Vector3,
} from "three";
import type { PictureLattice } from "../../../../server/src/protocol/structure";

/** Pixels. */
const labelSize = 22;
const names = ["a", "b", "c"];

/** The edges of the unit cell, its axes named. */
export class CellFrame {
  readonly group = new Group();
  private readonly labels: readonly Sprite[];
  private readonly lines: LineBasicMaterial;

  constructor({ vectors }: PictureLattice, colour: string) {
    const axes = vectors.map((vector) => new Vector3(...vector));
    this.lines = new LineBasicMaterial({ color: colour });
    this.group.add(new LineSegments(edgeGeometry(axes), this.lines));
    this.labels = axes.map((axis, i) => label(axis, names[i] ?? "", colour));
    this.group.add(...this.labels);
  }

  /** Letters keep their size on the screen. */
  resize(angstromPerPixel: number): void {
    for (const sprite of this.labels) sprite.scale.setScalar(labelSize * angstromPerPixel);
  }

  paint(colour: string): void {
    this.lines.color.set(new Color(colour));
    for (const [i, { material }] of this.labels.entries()) {
      material.map?.dispose();
      material.map = letter(names[i] ?? "", colour);
    }
  }
}

function edgeGeometry(axes: readonly Vector3[]): BufferGeometry {
  const points: number[] = [];
  axes.forEach((axis, i) => {
    const [one = axis, other = axis] = axes.filter((_, j) => j !== i);
    for (const start of [new Vector3(), one.clone(), other.clone(), one.clone().add(other)])
      points.push(...start.toArray(), ...start.clone().add(axis).toArray());
  });
  return new BufferGeometry().setAttribute("position", new Float32BufferAttribute(points, 3));
}

/** Angstrom beyond the end of the edge. */
const beyond = 0.6;

function label(axis: Vector3, name: string, colour: string): Sprite {
  const sprite = new Sprite(new SpriteMaterial({ map: letter(name, colour), depthTest: false }));
  sprite.renderOrder = 1;
  sprite.position.copy(axis).setLength(axis.length() + beyond);
  return sprite;
}

function letter(name: string, colour: string): CanvasTexture {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 64;
  const context = canvas.getContext("2d");
  if (context) {
    context.font = "italic 48px sans-serif";
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillStyle = colour;
    context.fillText(name, 32, 32);
  }
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  return texture;
}
