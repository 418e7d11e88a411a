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
