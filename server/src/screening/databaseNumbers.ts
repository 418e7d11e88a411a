import type { Block } from "../cif/document";

const icsdTags = [
  "_database_code_icsd",
  "_database_code.icsd",
  "_database_code_icsd_number",
  "_icsd_collection_code",
];

/** Numbers of the block in the ICSD and the Materials Project, `icsd-1234` and `mp-5678`, by its items and its name. */
export function databaseNumbers(block: Block): string[] {
  const value = block.find(...icsdTags)?.value(0);
  const icsd = value && "text" in value ? /\d+/.exec(value.text)?.[0] : undefined;
  return [...new Set([...(icsd ? [`icsd-${Number(icsd)}`] : []), ...numbersInName(block.code)])];
}

/** Such numbers in the name of a file or block: `mp-5678`, `ICSD_1234`, `1234-ICSD`, `icsd1234_Li2O`. */
export function numbersInName(name: string): string[] {
  const found = [
    ...[...name.matchAll(/(?<![a-z])(mp|mvc)-(\d+)/gi)].map(
      ([, base = "", number = ""]) => `${base.toLowerCase()}-${number}`,
    ),
    ...[...name.matchAll(/icsd(?:[_ -]|code|coll)*(\d+)/gi)].map(([, number]) => `icsd-${Number(number)}`),
    ...[...name.matchAll(/(\d+)[_ -]*icsd/gi)].map(([, number]) => `icsd-${Number(number)}`),
  ];
  return [...new Set(found)];
}
