import { Lattice, type LatticeParameters } from "./lattice";
import type { Structure } from "./structure";

/** A structure as it travels between threads, where plain values alone arrive. */
export interface PostedStructure extends Omit<Structure, "lattice"> {
  readonly lattice: LatticeParameters;
}

export function postedStructure({ lattice, ...structure }: Structure): PostedStructure {
  return { ...structure, lattice: lattice.parameters };
}

/** What {@link postedStructure} took apart, the same to the last bit. */
export function receivedStructure({ lattice: parameters, ...structure }: PostedStructure): Structure {
  const lattice = Lattice.fromParameters(parameters);
  if (!lattice) throw new RangeError("the lattice that was posted spans no volume");
  return { ...structure, lattice };
}
