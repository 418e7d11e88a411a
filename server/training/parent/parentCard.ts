import type { Agreement } from "./agreement";
import type { DistillationOptions } from "./distillation";

/** What a card tells beside the options. */
export interface ParentFacts {
  /** Hex digits of the weights' SHA-256. */
  readonly hash: string;
  readonly bytes: number;
  readonly numbers: number;
  readonly structures: { readonly perturbed: number; readonly generated: number };
  readonly seeds: { readonly perturbed: number; readonly generated: number; readonly leftOut: number };
  readonly crystalsALesson: number;
  /** By the name of the structures left out. */
  readonly agreements: ReadonlyMap<string, Agreement>;
}

/** The model card of the parent. */
export function parentCard(
  { name, seed, blockwise, endToEnd, weights }: DistillationOptions,
  { hash, bytes, numbers, structures, seeds, crystalsALesson, agreements }: ParentFacts,
): string {
  const rows = [...agreements].map(([set, { structures: count, levels, ...rest }]) =>
    [
      set,
      count,
      ...levels.map((r2) => r2.toFixed(4)),
      rest.formationEnergy.toFixed(3),
      rest.bandGap.toFixed(2),
      rest.shownGap.toFixed(2),
      rest.nonmetals.toFixed(2),
      rest.sameClass.toFixed(3),
      Number.isNaN(rest.areaUnderRoc) ? "-" : rest.areaUnderRoc.toFixed(3),
    ].join(" | "),
  );
  return `# ${name}

The graph network that turns a crystal into atom features V0 to V3, and tells its formation energy, its band gap and the
probability that it has one. It has the architecture of MEGNet (Chen et al., Chem. Mater. 31, 3564, 2019; three blocks, cutoff
5 angstrom, 100 Gaussians, set2set) with three readouts, and weights of its own: ${numbers} numbers in half precision,
${(bytes / 1e6).toFixed(2)} MB, SHA-256 \`${hash}\`.

- **Made by** \`npm run train:parent\`, by distillation: from a random start it learned to give the features V0 to V3 of the
  published formation-energy model of MEGNet (mp-2019.4.1, BSD-3), and the outputs of that model, of the band-gap regression
  and of the band classification (both mp-2018.6.1). None of their weights was taken over.
- **Data**: ${structures.perturbed} crystals made from the OBELiX training structures with lithium (Therrien et al.,
  arXiv:2502.14234, CC-BY-4.0) by strain, displacement, substitution and other occupancies, half of them as CAMN, a third as
  CAMNS, the rest as CAN and CANS (seed ${seeds.perturbed}); ${structures.generated} crystals of textbook structure types filled with
  elements whose charges cancel, or with metals (seed ${seeds.generated}). No label was used.
- **Training** (seed ${seed}): ${blockwise.steps} steps in which each block learns by itself from the teacher's vectors
  (${blockwise.lessons * blockwise.rows.bonds} bonds and ${blockwise.lessons * blockwise.rows.atoms} atoms a step, Adam, rate ${blockwise.rate}), then
  ${endToEnd.steps} steps end to end (${crystalsALesson} crystals a step, rate ${endToEnd.rate}); both rates fall along a cosine. Errors count in
  units of the teacher's standard deviations; beside the atom features the embedding weighs ${weights.embedding}, bonds ${weights.bonds},
  states ${weights.global}, outputs ${weights.outputs}.
- **The gap that is shown** (E_g) is the regression where the probability of a gap is at least 0.5, and 0 where it is less: the
  regression has learned from crystals with a gap alone.

Agreement with the teachers on structures left out: R2 of the features on the sites (mean over the features), mean absolute
errors of formation energy (eV/atom), of the gap regression where the teacher says nonmetal, and of the gap as shown (eV), the
share that the teacher calls nonmetal, the share of equal classes, and the area under the ROC for the teacher's classes.

| structures | count | V0 | V1 | V2 | V3 | E_f | gap | E_g | nonmetal | same class | ROC |
|---|---|---|---|---|---|---|---|---|---|---|---|
${rows.map((row) => `| ${row} |`).join("\n")}

OBELiX test structures share no DOI with those that the training crystals were made from; generated ones have seed
${seeds.leftOut}.

- **Limits**: elements up to plutonium; those that the published models hardly met mean little. The numbers say how far the
  student is from its teachers, not how far they are from nature: they learned from density-functional calculations with PBE,
  whose gaps are too small by a third or more, on ordered crystals. Outputs of disordered crystals are those of averaged
  atoms. Molecules and surfaces were not checked.
`;
}
