import {
  Group,
  InstancedMesh,
  Matrix4,
  MeshPhongMaterial,
  Quaternion,
  SphereGeometry,
  Vector3,
  type Intersection,
} from "three";
import type { StructurePicture } from "../../../../server/src/protocol/structure";
import { elementColour, vacancyColour } from "../elementColours";
import { wedges, type Wedge } from "./wedges";

/** Indices of the atoms that have a wedge of one element and place. */
interface AlikeWedges {
  readonly wedge: Wedge;
  readonly atoms: number[];
}

/** A mesh of wedges, and which atom each of its instances belongs to. */
interface WedgeMesh {
  readonly mesh: InstancedMesh;
  readonly atoms: readonly number[];
}

/** Atoms as spheres or ellipsoids, divided among the occupants of their site. */
export class Atoms {
  readonly group = new Group();
  private readonly meshes: readonly WedgeMesh[];

  constructor(
    private readonly picture: StructurePicture,
    private readonly asEllipsoids: boolean,
  ) {
    this.meshes = alikeWedges(picture).map(({ wedge, atoms }) => ({
      mesh: wedgeMesh(wedge, atoms.length),
      atoms,
    }));
    this.group.add(...this.meshes.map(({ mesh }) => mesh));
    this.face(new Quaternion());
    for (const { mesh } of this.meshes) mesh.computeBoundingSphere();
  }

  /** Turns divided spheres, so that all their parts are to be seen. `turn` is that of the crystal. */
  face(turn: Quaternion): void {
    const back = turn.clone().invert();
    const matrix = new Matrix4();
    for (const { mesh, atoms } of this.meshes) {
      atoms.forEach((atom, instance) => {
        mesh.setMatrixAt(instance, placeAtom(this.picture, atom, this.asEllipsoids, back, matrix));
      });
      mesh.instanceMatrix.needsUpdate = true;
    }
  }

  /** The atom that was hit; `undefined` for anything else. */
  atomAt({ object, instanceId }: Intersection): number | undefined {
    const hit = this.meshes.find(({ mesh }) => mesh === object);
    return instanceId === undefined ? undefined : hit?.atoms[instanceId];
  }

  dispose(): void {
    for (const { mesh } of this.meshes) {
      mesh.geometry.dispose();
      mesh.dispose();
    }
  }
}

/** Where an atom is, and how large: what turns a sphere of radius 1 into it. */
export function placeAtom(
  { atoms, sites }: StructurePicture,
  index: number,
  asEllipsoid: boolean,
  turn: Quaternion,
  matrix: Matrix4,
  enlargement = 1,
): Matrix4 {
  const atom = atoms[index];
  const [x, y, z] = atom?.position ?? [0, 0, 0];
  if (asEllipsoid && atom?.ellipsoid) {
    const [first, second, third] = [0, 3, 6].map((k) =>
      new Vector3().fromArray(atom.ellipsoid ?? [], k).multiplyScalar(enlargement),
    );
    if (first && second && third) {
      // A left-handed frame would turn the sphere inside out.
      if (first.clone().cross(second).dot(third) < 0) third.negate();
      return matrix.makeBasis(first, second, third).setPosition(x, y, z);
    }
  }
  const radius = (sites[atom?.site ?? -1]?.radius ?? 0) * enlargement;
  return matrix.compose(new Vector3(x, y, z), turn, new Vector3(radius, radius, radius));
}

function alikeWedges({ atoms, sites }: StructurePicture): AlikeWedges[] {
  const bySite = sites.map(({ occupants }) => wedges(occupants));
  const alike = new Map<string, AlikeWedges>();
  for (const [index, { site }] of atoms.entries())
    for (const wedge of bySite[site] ?? []) {
      const key = `${wedge.element ?? ""} ${wedge.from} ${wedge.turn}`;
      const known = alike.get(key) ?? { wedge, atoms: [] };
      known.atoms.push(index);
      alike.set(key, known);
    }
  return [...alike.values()];
}

/** Segments about the axis of a whole sphere. */
const segments = 32;

function wedgeMesh({ element, from, turn }: Wedge, count: number): InstancedMesh {
  const around = Math.max(2, Math.ceil(segments * turn));
  const geometry = new SphereGeometry(1, around, 20, from * 2 * Math.PI, turn * 2 * Math.PI);
  // The axis of the sphere points to the viewer.
  geometry.rotateX(Math.PI / 2);
  const color = element === null ? vacancyColour : elementColour(element);
  return new InstancedMesh(
    geometry,
    new MeshPhongMaterial({ color, shininess: 40, specular: "#333333" }),
    count,
  );
}
