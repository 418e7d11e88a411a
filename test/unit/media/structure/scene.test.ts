import { InstancedMesh, Matrix4, Mesh, Quaternion, Vector3, type Object3D } from "three";
import { describe, expect, it } from "vitest";
import { Atoms, placeAtom } from "../../../../media/src/structure/scene/atoms";
import { bondMesh } from "../../../../media/src/structure/scene/bonds";
import { polyhedra } from "../../../../media/src/structure/scene/polyhedra";
import type { StructurePicture } from "../../../../server/src/protocol/structure";

const site = (label: string, occupants: StructurePicture["sites"][number]["occupants"]) => ({
  label,
  occupants,
  position: [0, 0, 0] as const,
  multiplicity: 1,
  radius: 0.5,
  lines: [],
});
const corners = [
  [1, 1, 1],
  [1, -1, -1],
  [-1, 1, -1],
  [-1, -1, 1],
] as const;
/** A tetrahedron about a site that two elements share. */
const picture: StructurePicture = {
  block: "x",
  blocks: ["x"],
  formula: "PS4",
  lattice: {
    parameters: [5, 5, 5, 90, 90, 90],
    vectors: [
      [5, 0, 0],
      [0, 5, 0],
      [0, 0, 5],
    ],
  },
  sites: [
    site("P1", [
      { element: "P", occupancy: 0.6, oxidationState: 5 },
      { element: "Ge", occupancy: 0.4, oxidationState: 4 },
    ]),
    site("S1", [{ element: "S", occupancy: 1, oxidationState: -2 }]),
  ],
  omission: null,
  atoms: [
    { site: 0, position: [0, 0, 0], ellipsoid: null },
    ...corners.map((position) => ({ site: 1, position, ellipsoid: [0.1, 0, 0, 0, 0.3, 0, 0, 0, -0.2] })),
  ],
  bonds: [
    [0, 1],
    [0, 2],
    [0, 3],
    [0, 4],
  ],
  polyhedra: [{ centre: 0, corners: [1, 2, 3, 4] }],
};

const isInstanced = (object: Object3D | undefined): object is InstancedMesh =>
  object instanceof InstancedMesh;
const isMesh = (object: Object3D | undefined): object is Mesh => object instanceof Mesh;

const placeOf = (mesh: InstancedMesh, instance: number) => {
  const matrix = new Matrix4();
  mesh.getMatrixAt(instance, matrix);
  return matrix;
};

describe("drawn atoms", () => {
  it("are one mesh a wedge, with an instance an atom", () => {
    const { group } = new Atoms(picture, false);
    const counts = group.children.map((mesh) => (isInstanced(mesh) ? mesh.count : 0));
    expect(counts).toEqual([1, 1, 4]);
  });

  it("turn the wedges of a divided sphere to the viewer, however the crystal is turned", () => {
    const atoms = new Atoms(picture, false);
    const turn = new Quaternion().setFromAxisAngle(new Vector3(1, 2, 3).normalize(), 1);
    atoms.face(turn);
    const [mesh] = atoms.group.children;
    if (!isInstanced(mesh)) throw new Error("There is no mesh.");
    const axis = new Vector3(0, 0, 1).transformDirection(placeOf(mesh, 0)).applyQuaternion(turn);
    expect(axis.z).toBeCloseTo(1, 6);
  });

  it("have the half axes of their ellipsoids, right-handed, or the radius of their site", () => {
    const reach = (index: number, asEllipsoid: boolean) => {
      const matrix = placeAtom(picture, index, asEllipsoid, new Quaternion(), new Matrix4());
      expect(matrix.determinant()).toBeGreaterThan(0);
      const axes = [new Vector3(), new Vector3(), new Vector3()] as const;
      matrix.extractBasis(...axes);
      return axes.map((axis) => Number(axis.length().toFixed(6))).sort();
    };
    expect(reach(1, true)).toEqual([0.1, 0.2, 0.3]);
    expect(reach(1, false)).toEqual([0.5, 0.5, 0.5]);
    expect(reach(0, true)).toEqual([0.5, 0.5, 0.5]);
  });
});

it("bonds reach from atom to atom, in two halves", () => {
  const mesh = bondMesh(picture);
  expect(mesh.count).toBe(8);
  const middle = new Vector3();
  const lengths = Array.from({ length: 8 }, (_, instance) => {
    const scale = new Vector3();
    placeOf(mesh, instance).decompose(new Vector3(), new Quaternion(), scale);
    return scale.y;
  });
  for (const length of lengths) expect(length).toBeCloseTo(Math.sqrt(3) / 2, 10);
  middle.setFromMatrixPosition(placeOf(mesh, 1));
  expect(middle.toArray().map((x) => Number(x.toFixed(10)))).toEqual([0.75, 0.75, 0.75]);
});

it("a polyhedron has the faces and edges of the hull of its corners", () => {
  const [faces, edges] = polyhedra(picture).children;
  expect(isMesh(faces) && faces.geometry.getAttribute("position").count).toBe(4 * 3);
  expect(edges && "geometry" in edges).toBe(true);
});
