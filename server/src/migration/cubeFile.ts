import { elementBySymbol } from "../crystal/elements";
import type { Vector3 } from "../crystal/lattice";
import type { Structure } from "../crystal/structure";
import { bohr } from "./atomicUnits";
import type { EnergyMap } from "./energyMap";
import { ionName, isMobile, type Ion } from "./ion";

const valuesPerLine = 6;

/**
 * A map as a Gaussian cube file, piece by piece: the framework's atoms, and energies in electronvolt, at most 1000, a slowest and c
 * fastest.
 */
export function* cubeFile(
  structure: Structure,
  ion: Ion,
  map: EnergyMap,
): Generator<string, void, undefined> {
  const atoms = frameworkAtoms(structure, ion);
  yield `Bond-valence site energy of ${ionName(ion)} in electronvolt, by Superion\na outer, b middle, c inner loop\n`;
  yield line(atoms.length, [0, 0, 0]);
  for (const [axis, count] of map.shape.entries()) {
    const [x = 0, y = 0, z = 0] = structure.lattice.matrix.slice(3 * axis, 3 * axis + 3);
    yield line(count, [x / count, y / count, z / count]);
  }
  for (const { number, place } of atoms) {
    const [x, y, z] = place;
    yield `${String(number).padStart(5)}${fixed(number)}${fixed(x / bohr)}${fixed(y / bohr)}${fixed(z / bohr)}\n`;
  }
  const row = map.shape[2];
  for (let start = 0; start < map.values.length; start += row)
    yield rowOfValues(map.values.subarray(start, start + row));
}

/** @param vector in angstrom. */
const line = (count: number, [x, y, z]: Vector3) =>
  `${String(count).padStart(5)}${fixed(x / bohr)}${fixed(y / bohr)}${fixed(z / bohr)}\n`;

const fixed = (number: number) => number.toFixed(6).padStart(12);

function frameworkAtoms({ orbits, lattice }: Structure, ion: Ion) {
  return orbits.flatMap(({ images, occupants }) => {
    const [atom] = occupants.filter((occupant) => !isMobile(occupant, ion));
    const number = elementBySymbol(atom?.element ?? "")?.atomicNumber;
    if (number === undefined) return [];
    return Array.from({ length: images.length / 3 }, (_, k) => {
      const place = lattice.cartesian([images[3 * k] ?? 0, images[3 * k + 1] ?? 0, images[3 * k + 2] ?? 0]);
      return { number, place };
    });
  });
}

/** Electronvolt: points inside an atom have no meaning beyond. */
const most = 1000;

function rowOfValues(values: Float32Array): string {
  let text = "";
  values.forEach((value, i) => {
    text += Math.min(most, value).toExponential(5).padStart(13);
    if (i % valuesPerLine === valuesPerLine - 1 || i === values.length - 1) text += "\n";
  });
  return text;
}
