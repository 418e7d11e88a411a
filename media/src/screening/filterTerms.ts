/** A filter of the thesis that a click turns on: a term of the filter expression. */
export interface KnownTerm {
  readonly term: string;
  readonly title: string;
  readonly hint: string;
}

export const knownTerms: readonly KnownTerm[] = [
  { term: "lithium", title: "Contains Li", hint: "The compound contains lithium" },
  { term: "gap", title: "E_g > 1 eV", hint: "The predicted band gap is over 1 eV" },
  { term: "nonmetallic", title: "No alloy", hint: "The compound is no intermetallic" },
  {
    term: "novel",
    title: "Novel",
    hint: "No training compound has all elements within 5 % of this composition",
  },
];

/** Of the user's table, where there is one. */
export const tableTerms: readonly KnownTerm[] = [
  {
    term: "tableHull",
    title: "E_hull up to 70 meV",
    hint: "At most 70 meV an atom above the hull, by your table",
  },
  { term: "tableGapPass", title: "Table: E_g from 1 eV", hint: "A gap of at least 1 eV, by your table" },
];

/** Whether an expression such as `pSi>0.5,novel` has this term. */
export function hasTerm(filter: string, term: string): boolean {
  return termsOf(filter).includes(term);
}

/** The expression with the term, or without it where it had it. */
export function toggleTerm(filter: string, term: string): string {
  const terms = termsOf(filter);
  const others = terms.filter((one) => one !== term);
  return (others.length < terms.length ? others : [...terms, term]).join(",");
}

function termsOf(filter: string): string[] {
  return filter
    .split(",")
    .map((term) => term.trim())
    .filter((term) => term !== "");
}
