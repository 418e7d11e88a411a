import type { Random } from "../../server/src/learning/random";

/** What means something to a reader of CIF, and what no CIF should hold. */
const pieces = [
  ...[
    "data_",
    "data_x\n",
    "save_",
    "save_f\n",
    "loop_\n",
    "global_",
    "stop_",
    "_",
    "_a ",
    "_atom_site_label\n",
  ],
  ...[
    "'",
    '"',
    "'''",
    '"""',
    ";",
    "\n;",
    "\n;\n",
    "#",
    "#\\#CIF_2.0\n",
    "[",
    "]",
    "{",
    "}",
    ":",
    "'k':",
    "$",
  ],
  ...[
    "?",
    ".",
    "1.5(2)",
    "-0",
    "1e999",
    "\\",
    "\\\n",
    " ",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\u001a",
    "\0",
    "\ufeff",
  ],
  ...["é", "\ud800", "\u{1f600}", "x".repeat(3000), "\n".repeat(50), "[".repeat(300)],
];

/** An edit of a text: `inserted` in the place of what stands from `start` to `end`. */
export interface Mutation {
  readonly start: number;
  readonly end: number;
  readonly inserted: string;
}

export function applied(text: string, { start, end, inserted }: Mutation): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

/** An edit such as a slip, a broken download or a bad merge makes: of a part of the text, or from another one. */
export function mutation(text: string, other: string, random: Random): Mutation {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + length(random));
  const kinds = [
    () => ({ start, end, inserted: "" }),
    () => ({ start, end: start, inserted: oneOf(pieces, random) }),
    () => ({ start, end, inserted: oneOf(pieces, random) }),
    () => ({ start, end: start, inserted: text.slice(start, end) }),
    () => ({ start, end: start, inserted: part(text, random) }),
    () => ({ start, end: start, inserted: part(other, random) }),
    () => ({
      start,
      end: Math.min(text.length, start + 1),
      inserted: String.fromCharCode(random.below(256)),
    }),
    () => ({ start, end: text.length, inserted: "" }),
  ];
  return oneOf(kinds, random)();
}

function part(text: string, random: Random): string {
  const start = random.below(text.length + 1);
  return text.slice(start, start + length(random));
}

/** Mostly short, now and then very long. */
function length(random: Random): number {
  return Math.floor(Math.exp(random.uniform() * 8));
}

export function oneOf<Item>(items: readonly Item[], random: Random): Item {
  const item = items[random.below(items.length)];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
}
