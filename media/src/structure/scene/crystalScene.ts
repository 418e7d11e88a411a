import {
  AmbientLight,
  BackSide,
  Color,
  DirectionalLight,
  Group,
  InstancedMesh,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  OrthographicCamera,
  Quaternion,
  Raycaster,
  Scene,
  SphereGeometry,
  Vector2,
  Vector3,
  WebGLRenderer,
  type Object3D,
} from "three";
import type { StructurePicture } from "../../../../server/src/protocol/structure";
import { Atoms, placeAtom } from "./atoms";
import { bondMesh } from "./bonds";
import { CellFrame } from "./cellFrame";
import { read, type Orientation } from "./orientation";
import { polyhedra } from "./polyhedra";

/** What of a crystal is drawn. */
export interface Drawn {
  readonly bonds: boolean;
  readonly polyhedra: boolean;
  readonly ellipsoids: boolean;
}

/** Colours of what has none of its own. */
export interface Palette {
  readonly lines: string;
  readonly selection: string;
}

/** Angstrom about the cell that are to be seen too. */
const margin = 1.6;
/** How much larger the rim is that marks a selected atom. */
const rim = 1.18;

/** A crystal on a canvas, drawn when something has changed. */
export class CrystalScene {
  private readonly renderer: WebGLRenderer;
  private readonly scene = new Scene();
  private readonly camera = new OrthographicCamera();
  /** Turns about the middle of the cell. */
  private readonly crystal = new Group();
  private readonly contents = new Group();
  private readonly marks = new Group();
  private readonly overlay = new Group();
  private atoms: Atoms | undefined;
  private frame: CellFrame | undefined;
  private picture: StructurePicture | undefined;
  private drawn: Drawn = { bonds: true, polyhedra: true, ellipsoids: false };
  private palette: Palette = { lines: "#808080", selection: "#0090f1" };
  private zoom = 1;
  private pending = 0;

  /** @throws Error where the browser has no WebGL. */
  constructor(private readonly canvas: HTMLCanvasElement) {
    this.renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true });
    const light = new DirectionalLight("#ffffff", 2.2);
    light.position.set(0.4, 0.7, 1);
    this.scene.add(this.crystal, light, new AmbientLight("#ffffff", 1.3));
    this.crystal.add(this.contents, this.marks, this.overlay);
    canvas.addEventListener("webglcontextrestored", this.invalidate);
  }

  dispose(): void {
    cancelAnimationFrame(this.pending);
    this.canvas.removeEventListener("webglcontextrestored", this.invalidate);
    for (const group of [this.contents, this.marks, this.overlay]) empty(group);
    this.renderer.dispose();
  }

  show(picture: StructurePicture, drawn: Drawn): void {
    this.picture = picture;
    this.drawn = drawn;
    empty(this.contents);
    this.atoms = new Atoms(picture, drawn.ellipsoids);
    this.frame = new CellFrame(picture.lattice, this.palette.lines);
    this.contents.add(this.atoms.group, this.frame.group);
    if (drawn.bonds) this.contents.add(bondMesh(picture));
    if (drawn.polyhedra) this.contents.add(polyhedra(picture));
    const middle = middleOf(picture).negate();
    for (const group of [this.contents, this.marks, this.overlay]) group.position.copy(middle);
    this.atoms.face(this.crystal.quaternion);
    this.invalidate();
  }

  /** What else is drawn, in the coordinates of the picture. */
  lay(objects: readonly Object3D[]): void {
    empty(this.overlay);
    if (objects.length > 0) this.overlay.add(...objects);
    this.invalidate();
  }

  paint(palette: Palette): void {
    this.palette = palette;
    this.frame?.paint(palette.lines);
    for (const mark of this.marks.children)
      if (mark instanceof InstancedMesh && mark.material instanceof MeshBasicMaterial)
        mark.material.color.set(new Color(palette.selection));
    this.invalidate();
  }

  orient({ turn, zoom }: Orientation): void {
    this.crystal.quaternion.copy(read(turn));
    this.zoom = zoom;
    this.atoms?.face(this.crystal.quaternion);
    this.invalidate();
  }

  /** Marks all atoms of a site. */
  select(site: number | undefined): void {
    empty(this.marks);
    const { picture, drawn } = this;
    const chosen = picture?.atoms.flatMap((atom, index) => (atom.site === site ? [index] : [])) ?? [];
    if (picture && chosen.length > 0) {
      const material = new MeshBasicMaterial({ color: new Color(this.palette.selection), side: BackSide });
      const mesh = new InstancedMesh(new SphereGeometry(1, 24, 16), material, chosen.length);
      chosen.forEach((atom, instance) => {
        const place = placeAtom(picture, atom, drawn.ellipsoids, new Quaternion(), new Matrix4(), rim);
        mesh.setMatrixAt(instance, place);
      });
      this.marks.add(mesh);
    }
    this.invalidate();
  }

  /** The site of the atom at a place of the canvas, in its pixels. */
  siteAt(x: number, y: number): number | undefined {
    const { clientWidth, clientHeight } = this.canvas;
    const ray = new Raycaster();
    ray.setFromCamera(new Vector2((2 * x) / clientWidth - 1, 1 - (2 * y) / clientHeight), this.camera);
    const [hit] = this.atoms ? ray.intersectObject(this.atoms.group) : [];
    const atom = hit && this.atoms?.atomAt(hit);
    return atom === undefined ? undefined : this.picture?.atoms[atom]?.site;
  }

  resize(): void {
    this.renderer.setPixelRatio(window.devicePixelRatio);
    this.renderer.setSize(this.canvas.clientWidth, this.canvas.clientHeight, false);
    this.invalidate();
  }

  /** The view for paper: on white, with black lines, so many pixels wide. */
  async png(width: number): Promise<Uint8Array> {
    const { renderer, canvas, palette } = this;
    const height = Math.round((width * canvas.clientHeight) / Math.max(1, canvas.clientWidth));
    renderer.setPixelRatio(1);
    renderer.setSize(width, height, false);
    renderer.setClearColor("#ffffff", 1);
    this.paint({ ...palette, lines: "#000000" });
    this.draw();
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve);
    });
    renderer.setClearColor("#000000", 0);
    this.paint(palette);
    this.resize();
    if (blob === null) throw new Error("The browser made no image of the view.");
    return new Uint8Array(await blob.arrayBuffer());
  }

  private readonly invalidate = () => {
    cancelAnimationFrame(this.pending);
    this.pending = requestAnimationFrame(() => {
      this.draw();
    });
  };

  private draw(): void {
    const { picture, camera, canvas } = this;
    if (!picture) return;
    const aspect = canvas.clientWidth / Math.max(1, canvas.clientHeight);
    const radius = radiusOf(picture) + margin;
    const [halfWidth, halfHeight] = aspect > 1 ? [radius * aspect, radius] : [radius, radius / aspect];
    Object.assign(camera, { left: -halfWidth, right: halfWidth, top: halfHeight, bottom: -halfHeight });
    Object.assign(camera, { near: 0, far: 8 * radius, zoom: this.zoom });
    camera.position.set(0, 0, 4 * radius);
    camera.updateProjectionMatrix();
    this.frame?.resize((2 * halfHeight) / (this.zoom * Math.max(1, canvas.clientHeight)));
    this.renderer.render(this.scene, camera);
  }
}

function middleOf({ lattice: { vectors } }: StructurePicture): Vector3 {
  const sum = new Vector3();
  for (const vector of vectors) sum.add(new Vector3(...vector));
  return sum.multiplyScalar(0.5);
}

/** Of the sphere about the cell, angstrom. */
function radiusOf(picture: StructurePicture): number {
  const [a = new Vector3(), b = new Vector3(), c = new Vector3()] = picture.lattice.vectors.map(
    (vector) => new Vector3(...vector),
  );
  const diagonals = [1, -1].flatMap((i) =>
    [1, -1].map((j) => a.clone().addScaledVector(b, i).addScaledVector(c, j).length()),
  );
  return Math.max(...diagonals) / 2;
}

/** Removes what is in a group, and frees what it took of the graphics card. */
function empty(group: Group): void {
  group.traverse((object) => {
    if (!isMesh(object)) return;
    object.geometry.dispose();
    for (const material of [object.material].flat()) material.dispose();
  });
  group.clear();
}

const isMesh = (object: Object3D): object is Mesh => object instanceof Mesh;
