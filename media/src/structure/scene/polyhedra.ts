import {
  DoubleSide,
  EdgesGeometry,
  Group,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshPhongMaterial,
  Vector3,
  type BufferGeometry,
} from "three";
import { ConvexGeometry } from "three/examples/jsm/geometries/ConvexGeometry.js";
import { mergeGeometries } from "three/examples/jsm/utils/BufferGeometryUtils.js";
import type { StructurePicture } from "../../../../server/src/protocol/structure";
import { elementColour } from "../elementColours";
import { chiefElement } from "./wedges";

/** Degrees between faces: those of one plane have no edge between them. */
const flat = 2;

/** Coordination polyhedra, translucent in the colour of their centres. */
export function polyhedra(picture: StructurePicture): Group {
  const group = new Group();
  for (const [element, hulls] of hullsByElement(picture)) {
    const geometry = mergeGeometries(hulls);
    const color = elementColour(element);
    const faces = new MeshPhongMaterial({
      color,
      transparent: true,
      opacity: 0.35,
      side: DoubleSide,
      depthWrite: false,
    });
    const edges = new LineBasicMaterial({ color, transparent: true, opacity: 0.8 });
    group.add(new Mesh(geometry, faces));
    group.add(new LineSegments(mergeGeometries(hulls.map((hull) => new EdgesGeometry(hull, flat))), edges));
  }
  return group;
}

function hullsByElement({ atoms, sites, polyhedra: all }: StructurePicture): Map<string, BufferGeometry[]> {
  const hulls = new Map<string, BufferGeometry[]>();
  for (const { centre, corners } of all) {
    const element = chiefElement(sites[atoms[centre]?.site ?? -1]?.occupants ?? []);
    const points = corners.map((corner) => new Vector3().fromArray(atoms[corner]?.position ?? []));
    hulls.set(element, [...(hulls.get(element) ?? []), new ConvexGeometry(points)]);
  }
  return hulls;
}
