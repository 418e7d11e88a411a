/** The files that were chosen of a folder of pseudopotentials. */
export interface ChosenPseudopotentials {
  /** By element. */
  readonly files: ReadonlyMap<string, string>;
  /** Elements without one. */
  readonly missing: readonly string[];
  /** Files that do not call themselves PBE and PAW. */
  readonly others: readonly string[];
}

/**
 * The pseudopotential of each element: the file whose name up to the first dot, underscore or hyphen is the element, the projector-augmented
 * waves of PBE before others, of these the last version, fully relativistic ones only where there are no others.
 *
 * @param names of the files in a folder.
 */
export function choosePseudopotentials(
  elements: Iterable<string>,
  names: readonly string[],
): ChosenPseudopotentials {
  const files = new Map<string, string>();
  const [missing, others]: [string[], string[]] = [[], []];
  for (const element of new Set(elements)) {
    const candidates = names
      .filter((name) => isOf(name, element))
      .sort((one, other) => rank(other) - rank(one) || other.localeCompare(one));
    const [best] = candidates;
    if (best === undefined) missing.push(element);
    else {
      files.set(element, best);
      if (!isPbe(best) || !isPaw(best)) others.push(best);
    }
  }
  return { files, missing, others };
}

function isOf(name: string, element: string): boolean {
  const [symbol = ""] = name.split(/[._-]/);
  return /\.upf$/i.test(name) && symbol.toLowerCase() === element.toLowerCase();
}

const isPbe = (name: string) => /[._-]pbe[._-]/i.test(name);
const isPaw = (name: string) => /paw/i.test(name);
const isRelativistic = (name: string) => /[._-](?:rel|fr)[._-]/i.test(name);
const rank = (name: string) => (isRelativistic(name) ? 0 : 4) + (isPbe(name) ? 2 : 0) + (isPaw(name) ? 1 : 0);
