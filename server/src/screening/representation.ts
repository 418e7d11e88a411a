import {
  isSimplificationName,
  representativeElements,
  simplify,
  type SimplificationName,
} from "../crystal/simplification";
import type { Structure } from "../crystal/structure";
import type { Describe, Description } from "../descriptors/descriptor";
import { descriptorByName } from "../descriptors/registry";
import { spaceGroupDetector } from "./spaceGroupFile";

/** A descriptor of a simplification, and the hyper-parameters that differ from the defaults. */
export interface NamedRepresentation {
  readonly descriptor: string;
  readonly simplification: SimplificationName;
  readonly options: unknown;
}

/** With the hyper-parameters settled. */
export interface ConfiguredRepresentation extends NamedRepresentation {
  readonly describe: (structure: Structure) => Description;
}

/** Or what is wrong with the names and hyper-parameters, in words. */
export type RepresentationChoice =
  | { readonly ok: true; readonly representation: ConfiguredRepresentation }
  | { readonly ok: false; readonly reason: string };

/** Also brings in what the descriptor needs. @param options An object of hyper-parameters; nothing for the defaults. */
export function configureRepresentation(
  descriptor: string,
  simplification: string,
  options: unknown,
): RepresentationChoice {
  const known = descriptorByName(descriptor);
  if (!known) return { ok: false, reason: `there is no descriptor ${descriptor}` };
  if (!isSimplificationName(simplification))
    return { ok: false, reason: `there is no simplification ${simplification}` };
  const settled = known.configure(withSpecies(descriptor, options, simplification));
  if (!settled.ok) return { ok: false, reason: `options of ${descriptor}: ${settled.reason}` };
  if (known.usesSpaceGroups) spaceGroupDetector();
  const describe = guarded(settled.describe, simplification);
  return { ok: true, representation: { descriptor, simplification, options, describe } };
}

/** Vectors of SOAP have room for every element that the simplification can leave, so that those of all files can be compared. */
function withSpecies(descriptor: string, options: unknown, simplification: SimplificationName): unknown {
  const species = representativeElements(simplification);
  if (descriptor !== "soap" || species === undefined) return options;
  return typeof options === "object" ? { species, ...options } : (options ?? { species });
}

/** A fault of ours costs the one structure that it meets. */
function guarded(describe: Describe, simplification: SimplificationName): Describe {
  return (structure) => {
    try {
      return describe(simplify(structure, simplification));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { ok: false, reason: `this met a fault in Superion: ${reason}` };
    }
  };
}
