/*
 * Reads CIF 1.1 (International Tables for Crystallography G, chapter 2.2) and CIF 2.0 (Bernstein et al., J. Appl.
 * Cryst. 49 (2016) 277). The reader takes any text, and differs from the specification in this:
 *
 * - Every error is repaired and reported; what stands around it is read as if nothing had happened.
 * - Letters outside ASCII are a warning in CIF 1.1, not an error; so are lines of more than 2048 characters, and names
 *   of more than 75 characters. Line folding is undone in CIF 2.0 only.
 * - A quoted value that is not closed ends with its line. A text that is not closed, or has more text behind its closing
 *   semicolon, ends before the first line that begins with a data name, `loop_`, `data_` or `save_`.
 * - A loop with a wrong number of values that is written one row a line keeps its lines as rows.
 * - A file without any `data_` that looks like another format is told so once, not word by word.
 * - Items before the first `data_` make up a block without a name; so do those after `global_`, which CIF reserves.
 * - Words that begin with `loop_`, `stop_` or `global_` and go on are plain values.
 * - Data names and block codes may contain brackets in CIF 2.0 too. Lists nest 256 deep; deeper ones are text.
 * - Ctrl-Z at the end of a file is no value.
 * - Of a data name given twice both columns are kept, and `find` gives the first.
 */
import type { CifDocument } from "./document";
import { LiveCif } from "./liveCif";

/** Reads a CIF. Never throws: what is wrong stands in `problems`. */
export function parseCif(text: string): CifDocument {
  return new LiveCif(text).document;
}
