import type { DocumentLink } from "vscode-languageserver/node";
import type { Block, CifDocument, Column } from "../cif/document";
import type { TextRange } from "../cif/problem";
import { valueText } from "../cif/valueText";
import { toRange, type OpenDocument } from "./documents";
import { contentRange } from "./place";
import type { Server } from "./server";

/** What tells of the origin of a structure stands in its first part; measured reflections follow. */
const searched = 1_000_000;

const mostLinks = 2000;

export function registerDocumentLinks({ connection, documents }: Server): void {
  connection.onDocumentLinks(async ({ textDocument: { uri } }, token) => {
    const document = await documents.ready(uri);
    return document && !token.isCancellationRequested ? documentLinks(document) : [];
  });
}

interface Link {
  readonly range: TextRange;
  readonly target: string;
  readonly tooltip: string;
}

/** Links to papers by DOI, to people by ORCID, and to entries of COD, ICSD and the Materials Project. */
export function documentLinks({ text, cif }: OpenDocument): DocumentLink[] {
  if (!cif) return [];
  return [...linksInText(cif), ...cif.blocks.flatMap(linksOfNumbers)]
    .slice(0, mostLinks)
    .map(({ range, target, tooltip }) => ({ range: toRange(text, range), target, tooltip }));
}

/** What is unmistakable wherever it stands. Editors find addresses by themselves, so that a DOI in one is left out. */
const identifiers: readonly { pattern: RegExp; address: string; tooltip: string }[] = [
  {
    pattern: /(?<![\w./])10\.\d{4,9}\/[^\s'"<>]*[^\s'"<>.,;:)\]}]/g,
    address: "https://doi.org/",
    tooltip: "Open the paper",
  },
  {
    pattern: /(?<![\w/-])\d{4}-\d{4}-\d{4}-\d{3}[\dX](?![\w-])/g,
    address: "https://orcid.org/",
    tooltip: "Open the ORCID record",
  },
  {
    pattern: /(?<![A-Za-z0-9/-])mp-\d+(?![\w-])/g,
    address: "https://materialsproject.org/materials/",
    tooltip: "Open the entry of the Materials Project",
  },
];

function linksInText({ text }: CifDocument): Link[] {
  const part = text.slice(0, searched);
  return identifiers.flatMap(({ pattern, address, tooltip }) =>
    Array.from(part.matchAll(pattern), ({ 0: name, index }) => ({
      range: { start: index, end: index + name.length },
      target: address + encodeURI(name),
      tooltip,
    })),
  );
}

/** Numbers that mean an entry by the data name before them. */
const databases: readonly { tags: RegExp; address: (number: string) => string; tooltip: string }[] = [
  {
    tags: /^_(?:cod[_.]database_code|database[_.](?:code_)?cod)$/,
    address: (number) => `https://www.crystallography.net/cod/${number}.html`,
    tooltip: "Open the entry of the Crystallography Open Database",
  },
  {
    tags: /^_(?:database[_.]code_icsd(?:_number)?|icsd_collection_code)$/,
    address: (number) => `https://icsd.fiz-karlsruhe.de/linkicsd.xhtml?coll_code=${number}`,
    tooltip: "Open the entry of the Inorganic Crystal Structure Database",
  },
];

function linksOfNumbers({ columns, frames }: Block): Link[] {
  return [...frames.flatMap(linksOfNumbers), ...columns.flatMap(linkOfNumber)];
}

function linkOfNumber(column: Column): Link[] {
  const database = databases.find(({ tags }) => tags.test(column.tag));
  const value = database && column.value(0);
  const [number] = /\d+/.exec(valueText(value) ?? "") ?? [];
  if (!database || !value || number === undefined) return [];
  return [{ range: contentRange(value), target: database.address(number), tooltip: database.tooltip }];
}
