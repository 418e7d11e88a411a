import {
  Color,
  CylinderGeometry,
  InstancedMesh,
  Matrix4,
  MeshPhongMaterial,
  Quaternion,
  Vector3,
} from "three";
import type { StructurePicture } from "../../../../server/src/protocol/structure";
import { elementColour } from "../elementColours";
import { chiefElement } from "./wedges";

/** Angstrom. */
const bondRadius = 0.07;
const up = new Vector3(0, 1, 0);

/** Bonds as rods, each half in the colour of its end. */
export function bondMesh({ atoms, sites, bonds }: StructurePicture): InstancedMesh {
  const geometry = new CylinderGeometry(bondRadius, bondRadius, 1, 10, 1, true);
  const mesh = new InstancedMesh(geometry, new MeshPhongMaterial({ shininess: 20 }), 2 * bonds.length);
  const matrix = new Matrix4();
  bonds.forEach((ends, bond) => {
    const [from, to] = ends.map((atom) => new Vector3().fromArray(atoms[atom]?.position ?? []));
    if (!from || !to) return;
    const along = to.clone().sub(from);
    const turn = new Quaternion().setFromUnitVectors(up, along.clone().normalize());
    ends.forEach((atom, end) => {
      const middle = from.clone().addScaledVector(along, end === 0 ? 0.25 : 0.75);
      matrix.compose(middle, turn, new Vector3(1, along.length() / 2, 1));
      mesh.setMatrixAt(2 * bond + end, matrix);
      const occupants = sites[atoms[atom]?.site ?? -1]?.occupants ?? [];
      mesh.setColorAt(2 * bond + end, new Color(elementColour(chiefElement(occupants))));
    });
  });
  return mesh;
}
