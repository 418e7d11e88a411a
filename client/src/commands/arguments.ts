import { Uri } from "vscode";

/** The path that an argument names, as URI or as text. */
export function namedPath(argument: unknown): string | undefined {
  const named = argument instanceof Uri ? argument.fsPath : argument;
  return typeof named === "string" ? named : undefined;
}

/** What the explorer gives to a command: the URI of the menu, and all that are selected. */
export function namedUris([one, selected]: readonly unknown[]): Uri[] {
  return (Array.isArray(selected) ? selected : [one]).filter((uri) => uri instanceof Uri);
}
