/** The last part of a path, of Windows too. */
export function fileName(path: string): string {
  return path.slice(path.search(/[^\\/]*$/));
}
