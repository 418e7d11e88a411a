import { checkCharacters } from "./characters";
import { checkLineLengths } from "./lineLength";
import { byPlace, type Problem, type TextRange } from "./problem";
import { ProblemList } from "./problemList";

/** Problems of tokens, and those of the characters and lines of a part of the text. */
export function withTextProblems(
  text: string,
  version: "1.1" | "2.0",
  from: number,
  to: number,
  isPlain: boolean,
  ofTokens: ProblemList,
): Problem[] {
  const ofText = new ProblemList();
  if (!isPlain) checkCharacters(text, version, from, to, ofText);
  checkLineLengths(text, from, to, ofText);
  return [...ofText.sorted(), ...ofTokens.sorted()].sort(byPlace);
}

/** Problems with others in the place of those from `from` up to `to`; the later ones moved. */
export function spliced(
  problems: readonly Problem[],
  others: readonly Problem[],
  from: number,
  to: number,
  shift: number,
): Problem[] {
  const before = problems.filter(({ range }) => range && range.start < from);
  const after = problems.flatMap((problem) =>
    problem.range && problem.range.start >= to ? [{ ...problem, range: moved(problem.range, shift) }] : [],
  );
  return [...before, ...others, ...after];
}

export function moved({ start, end }: TextRange, shift: number): TextRange {
  return { start: start + shift, end: end + shift };
}
