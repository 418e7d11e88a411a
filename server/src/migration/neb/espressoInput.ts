import { atomicMass } from "../../crystal/elements";
import type { Lattice, Vector3 } from "../../crystal/lattice";
import type { Structure } from "../../crystal/structure";
import type { Image } from "./images";
import { namelist, type Variables } from "./namelist";
import type { Atom } from "./supercell";

/** How the density functional calculations are to be done. */
export interface EspressoSettings {
  /** Names of files and of their folder. */
  readonly prefix: string;
  readonly pseudoFolder: string;
  /** The file of each element's pseudopotential. */
  readonly pseudopotentials: ReadonlyMap<string, string>;
  /** Rydberg. */
  readonly waveCutoff: number;
  readonly densityCutoff: number;
  /** Points along a, b and c, or 1/angstrom between points at most. */
  readonly kPoints: Vector3 | { readonly spacing: number };
}

/** What is computed: atoms, and the charge of the cell in elementary charges. */
export interface Calculation {
  readonly lattice: Lattice;
  readonly elements: readonly string[];
  readonly charge: number;
}

/** Rydberg. */
const smearing = 0.007;

/** Relaxes atoms, and the cell if wanted, with `pw.x`. */
export function relaxInput(
  calculation: Calculation,
  image: Image,
  kind: "relax" | "vc-relax",
  settings: EspressoSettings,
): string {
  return [
    namelist("CONTROL", {
      calculation: kind,
      restart_mode: "from_scratch",
      ...folders(settings),
      tprnfor: true,
      tstress: true,
      // 2.6e-4 eV/angstrom.
      forc_conv_thr: 1e-5,
      etot_conv_thr: 1e-6,
      nstep: 200,
    }),
    engine(calculation, settings),
    namelist("IONS", { ion_dynamics: "bfgs" }),
    kind === "vc-relax" ? namelist("CELL", { cell_dynamics: "bfgs", press: 0, press_conv_thr: 0.5 }) : "",
    species(calculation, settings),
    positions(calculation, image),
    cell(calculation, settings),
  ].join("");
}

/** Which half of the calculation: until the path has converged, then on from there with its highest image climbing. */
export type NebPhase = "path" | "climbing";

/** The band of images for `neb.x`: CI-NEB as in Henkelman, Uberuaga and Jonsson, J. Chem. Phys. 113, 9901 (2000). */
export function nebInput(
  calculation: Calculation,
  images: readonly Image[],
  phase: NebPhase,
  settings: EspressoSettings,
): string {
  return [
    "BEGIN\nBEGIN_PATH_INPUT\n",
    namelist("PATH", {
      restart_mode: phase === "path" ? "from_scratch" : "restart",
      string_method: "neb",
      // Steps go on counting over a restart.
      nstep_path: phase === "path" ? 200 : 400,
      opt_scheme: "broyden",
      num_of_images: images.length,
      k_max: 0.3,
      k_min: 0.2,
      CI_scheme: phase === "path" ? "no-CI" : "auto",
      path_thr: 0.05,
      ds: 1,
    }),
    "END_PATH_INPUT\nBEGIN_ENGINE_INPUT\n",
    namelist("CONTROL", folders(settings)),
    engine(calculation, settings),
    namelist("IONS", {}),
    species(calculation, settings),
    "BEGIN_POSITIONS\n",
    ...images.map((image, k) => `${imageTitle(k, images.length)}\n${positions(calculation, image)}`),
    "END_POSITIONS\n",
    cell(calculation, settings),
    "END_ENGINE_INPUT\nEND\n",
  ].join("");
}

function imageTitle(index: number, count: number): string {
  if (index === 0) return "FIRST_IMAGE";
  return index === count - 1 ? "LAST_IMAGE" : "INTERMEDIATE_IMAGE";
}

const folders = ({ prefix, pseudoFolder }: EspressoSettings): Variables => ({
  prefix,
  outdir: "./out",
  pseudo_dir: pseudoFolder,
});

function engine({ elements, charge }: Calculation, { waveCutoff, densityCutoff }: EspressoSettings): string {
  const system = namelist("SYSTEM", {
    ibrav: 0,
    nat: elements.length,
    ntyp: new Set(elements).size,
    // What a vacancy lacks is spread evenly over the cell.
    tot_charge: charge === 0 ? undefined : charge,
    ecutwfc: waveCutoff,
    ecutrho: densityCutoff,
    occupations: "smearing",
    smearing: "fd",
    degauss: smearing,
    nosym: true,
  });
  const electrons = namelist("ELECTRONS", {
    diagonalization: "david",
    conv_thr: 1e-8,
    electron_maxstep: 100,
    mixing_mode: "plain",
    mixing_beta: 0.4,
  });
  return system + electrons;
}

function species({ elements }: Calculation, { pseudopotentials }: EspressoSettings): string {
  const lines = [...new Set(elements)].map(
    (element) =>
      `  ${element.padEnd(2)} ${atomicMass(element) ?? 1} ${pseudopotentials.get(element) ?? `${element}.UPF`}`,
  );
  return ["ATOMIC_SPECIES", ...lines, ""].join("\n");
}

function positions({ elements }: Calculation, image: Image): string {
  const lines = image.map(
    (place, atom) => `  ${(elements[atom] ?? "").padEnd(2)} ${place.map(fixed).join(" ")}`,
  );
  return ["ATOMIC_POSITIONS crystal", ...lines, ""].join("\n");
}

const fixed = (number: number) => number.toFixed(10).padStart(14);

function cell({ lattice }: Calculation, { kPoints }: EspressoSettings): string {
  const rows = [0, 3, 6].map(
    (start) => `  ${Array.from(lattice.matrix.slice(start, start + 3), fixed).join(" ")}`,
  );
  const points = "spacing" in kPoints ? kPointsFor(lattice, kPoints.spacing) : kPoints;
  return ["K_POINTS automatic", `  ${points.join(" ")} 0 0 0`, "CELL_PARAMETERS angstrom", ...rows, ""].join(
    "\n",
  );
}

/** As many points along each axis as keep neighbours within a distance in reciprocal space, 1/angstrom with the 2 pi. */
export function kPointsFor(lattice: Lattice, spacing: number): Vector3 {
  const [a, b, c] = lattice
    .heights()
    .map((height) => Math.max(1, Math.ceil((2 * Math.PI) / height / spacing - 1e-9)));
  return [a ?? 1, b ?? 1, c ?? 1];
}

/** The atoms of a crystal as it stands, without a vacancy. */
export function wholeCell({ lattice, orbits }: Structure): {
  readonly calculation: Calculation;
  readonly image: Image;
} {
  const atoms = orbits.flatMap(({ images, occupants }): Atom[] =>
    Array.from({ length: images.length / 3 }, (_, k) => ({
      element: occupants[0]?.element ?? "",
      position: [images[3 * k] ?? 0, images[3 * k + 1] ?? 0, images[3 * k + 2] ?? 0],
    })),
  );
  const elements = atoms.map(({ element }) => element);
  return { calculation: { lattice, elements, charge: 0 }, image: atoms.map(({ position }) => position) };
}
