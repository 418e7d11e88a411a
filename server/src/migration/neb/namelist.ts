/** Variables of a Fortran namelist. */
export type Variables = Readonly<Record<string, string | number | boolean | undefined>>;

/** A namelist as Quantum ESPRESSO reads it; what is `undefined` is left out. */
export function namelist(name: string, variables: Variables): string {
  const lines = Object.entries(variables).flatMap(([key, value]) =>
    value === undefined ? [] : [`  ${key} = ${fortran(value)}`],
  );
  return [`&${name}`, ...lines, "/", ""].join("\n");
}

function fortran(value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? ".true." : ".false.";
  if (typeof value === "number") return String(value).replace("e", "d");
  return `'${value.replaceAll("'", "''")}'`;
}
