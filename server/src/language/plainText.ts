/** Markdown for editors that show none: without pictures and marks. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!\[colour of [^\]]*\]\([^)]*\) ?/g, "")
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, "$1")
    .replace(/\*\*|`/g, "")
    .replace(/\\(.)/g, "$1")
    .trim();
}

/** `The file is empty.` of `the file is empty`. */
export function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
