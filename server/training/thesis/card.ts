import { thesisHyperparameters } from "../../src/learning/atomSets/training/hyperparameters";
import { recordOf, type TrainingRecord } from "../../src/learning/trainingRecord";
import type { Card } from "../modelAndCard";
import { recipe } from "./recipe";

const aboutFolds = `Fold scores are of one classifier of each set (ten in all) that never saw the compound, the five folds pooled. Random
folds flatter: papers report series of relatives. DOI-grouped folds ask about papers that were not seen, family-grouped
ones about families.

`;

/** What a card says of the parent and of what follows from it. */
interface AboutParent {
  readonly choice: string;
  readonly input: string;
  readonly command: string;
  readonly remarks: string;
}

const onShippedParent: AboutParent = {
  choice: "Choose it with `--model thesis`.",
  input: "V1 of the shipped parent",
  command: "`npm run train:thesis`",
  remarks: "",
};

function onBoundParent({ parent, compounds }: TrainingRecord): AboutParent {
  return {
    choice: `It answers to \`--model thesis\` where \`--parent\` is the
file of that parent, and no other.`,
    input: `V1 of ${parent.name}, whose file has the SHA-256
  \`${parent.sha256 ?? "-"}\`,`,
    command: "`npm run train:thesis -- --parent FILE --seeds COUNT --bytes COUNT --out FILE`",
    remarks: `- **Index**: V1 of the ${compounds.length} compounds, averaged over their sites, so that with this parent d_training is told by its
  features too, whatever model gives P_SI.
- **Fewer members**: as many of the 100 on the shipped parent, drawn evenly from the ten sets, give P_SI that differs
  from that of all by 0.020 (10 members) or 0.013 (20) on training compounds, and by 0.06 or 0.04 on crystals of our own
  generation with lithium, root mean square.
`,
  };
}

/** The model card of the thesis' ensemble. */
export const thesisCard: Card = (manifest, tensors, bytes) => {
  const { name, seeds, metrics, data, split } = manifest;
  const { metals } = recipe;
  const record = recordOf(manifest, tensors);
  const { choice, input, command, remarks } = record ? onBoundParent(record) : onShippedParent;
  const sets = thesisHyperparameters.map(
    ({ batchSize, dropout, penalty, layers, neurons, rate }, i) =>
      `| ${[i, recipe.epochs[i], batchSize, dropout.initial, dropout.final, penalty.initial, penalty.final, layers, neurons, rate.initial, rate.maximum].join(" | ")} |`,
  );
  const scores = Object.entries(metrics).map(([metric, value]) => `| ${metric} | ${value.toFixed(4)} |`);
  const hasFoldScores = Object.keys(metrics).some((metric) => metric.includes("folds"));
  return `# ${name}

The classifiers of chapter 4 of the thesis that Superion grew from, as faithfully as its text allows: P_SI is the mean of
${seeds.length} AtomSets (Chen and Ong, npj Comput. Mater. 7, 173, 2021). ${choice}

- **Input**: ${input} on the structure as CAMNS (cations Al, anions S, neutrals Mg, lithium kept).
- **Made by** ${command}: the ten sets of hyper-parameters of Table C.8 below, ${seeds.length / thesisHyperparameters.length} of each, seeds
  ${seeds[0] ?? "-"} to ${seeds.at(-1) ?? "-"}. The same data and seeds give the same file.
- **Data**: ${data}.
- **Split**: ${split}.
- **Training**: LAMB (You et al., arXiv:1904.00962) with lookahead (Zhang et al., arXiv:1907.08610), the rate along
  triangular2 (Smith, arXiv:1506.01186), dropout after every dense layer before ("initial") and after ("final") the
  readout, L2 on their kernels. Set2set with 16 hidden numbers and 3 steps.
- **Left open by the thesis, chosen here on folds of the training split**: the epochs of each set, and one cycle of the rate
  over all of them. LAMB moves an array by a share of its length, so that what is learned hangs on the sum of the rates: sets
  of few large steps (batches of 128, or rates up to 0.001) would want thousands of epochs, get as many as an hour allows,
  and stay shy.
- **Begins from metals**: each architecture first learned to tell metals, for ${metals.epochs} epochs, from ${metals.structures} structures of our own
  generation, with the set's dropout and its L2 before the readout, batches of 32 and rates from 1e-4 to 1e-2. The labels are
  what the published MEGNet classifier of band gaps (mp-2018.6.1, BSD-3) says of the structures, which stand in for the
  106 113 metals and non-metals of MatBench that the thesis used. All layers but the last were taken over.
- **File**: ${(bytes / 1e6).toFixed(2)} MB. Kernels are kept as products of thin ones in half precision, as thin as the size of the file
  asks for; units that are never active are left out. What that does to P_SI on training compounds and generated structures
  stands among the scores.
${remarks}
| set | epochs | batch | dropout initial | dropout final | L2 initial | L2 final | layers | neurons | initial rate | maximum rate |
|---|---|---|---|---|---|---|---|---|---|---|
${sets.join("\n")}

| score | value |
|---|---|
${scores.join("\n")}

${hasFoldScores ? aboutFolds : ""}**Read it so**: near the threshold of 1e-4 S/cm, and at large d_training, P_SI is a hint and no verdict.
`;
};
