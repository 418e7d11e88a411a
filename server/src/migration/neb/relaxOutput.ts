import type { Vector3 } from "../../crystal/lattice";
import type { Atom } from "./supercell";

/** What `pw.x` leaves of a relaxation. */
export interface RelaxedAtoms {
  readonly atoms: readonly Atom[];
  /** Whether the forces came below the threshold. */
  readonly converged: boolean;
}

/** The last atomic positions in an output of `pw.x`, in crystal coordinates; `undefined` where there are none. */
export function readRelaxedAtoms(text: string): RelaxedAtoms | undefined {
  const blocks = text.split(/^ATOMIC_POSITIONS[ {(]*crystal[ })]*\r?$/m).slice(1);
  const atoms = atomsOf(blocks.at(-1) ?? "");
  if (atoms.length === 0) return undefined;
  return { atoms, converged: text.includes("bfgs converged in") };
}

function atomsOf(block: string): Atom[] {
  const atoms: Atom[] = [];
  for (const line of block.replace(/^\r?\n/, "").split(/\r?\n/)) {
    const [element = "", ...numbers] = line.trim().split(/\s+/);
    const [x = NaN, y = NaN, z = NaN] = numbers.map(Number);
    const position: Vector3 = [x, y, z];
    if (!/^[A-Z][a-z]?\d*$/.test(element) || !position.every(Number.isFinite)) break;
    atoms.push({ element: element.replace(/\d+$/, ""), position });
  }
  return atoms;
}
