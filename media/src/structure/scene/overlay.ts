import {
  BufferAttribute,
  BufferGeometry,
  CatmullRomCurve3,
  DoubleSide,
  Mesh,
  MeshPhongMaterial,
  SphereGeometry,
  TubeGeometry,
  Vector3,
  type Object3D,
} from "three";
import type { PicturePath, PictureSpheres } from "../../../../server/src/protocol/migration";
import type { Surface } from "../useSurface";

/** Angstrom. */
const [tubeRadius, stopRadius] = [0.12, 0.25];

/** Where the energy has a value. */
export function surfaceMesh({ positions, triangles }: Surface, color: string): Object3D {
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(positions, 3));
  geometry.setIndex(new BufferAttribute(triangles, 1));
  geometry.computeVertexNormals();
  const look = { color, transparent: true, opacity: 0.55, side: DoubleSide };
  return new Mesh(geometry, new MeshPhongMaterial(look));
}

/** A path as a tube, with balls where the ion rests. */
export function pathMeshes({ places, stops }: PicturePath, color: string): Object3D[] {
  const material = new MeshPhongMaterial({ color });
  const curve = new CatmullRomCurve3(places.map((place) => new Vector3(...place)));
  const tube = new Mesh(new TubeGeometry(curve, 2 * places.length, tubeRadius, 10), material);
  return [tube, ...stops.map((stop) => ball(stop, stopRadius, new MeshPhongMaterial({ color })))];
}

/** The largest sphere with room, and the largest that can pass, at its bottleneck. */
export function freeSphereMeshes({ included, free }: PictureSpheres, color: string): Object3D[] {
  return [included, ...(free ? [free] : [])].flatMap(({ at, radius }) =>
    radius > 0
      ? ball(at, radius, new MeshPhongMaterial({ color, transparent: true, opacity: 0.6, depthWrite: false }))
      : [],
  );
}

function ball(at: readonly [number, number, number], radius: number, material: MeshPhongMaterial): Mesh {
  const mesh = new Mesh(new SphereGeometry(radius, 32, 20), material);
  mesh.position.set(...at);
  return mesh;
}
