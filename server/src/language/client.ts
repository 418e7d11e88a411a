import { MarkupKind, type InitializeParams, type WorkspaceFolder } from "vscode-languageserver/node";
import { URI } from "vscode-uri";

/** What the connected editor can do; everything that it does not declare is taken as absent. */
export interface ClientTraits {
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  readonly codeLensRefresh: boolean;
  readonly inlayHintRefresh: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly markdownHover: boolean;
  readonly codeDescription: boolean;
  readonly semanticTokensRange: boolean;
  /** Of the workspace at the start. */
  readonly folders: readonly WorkspaceFolder[];
  /** Whether it can be asked for those of now. */
  readonly asksFolders: boolean;
  readonly snippets: boolean;
}

export const bareClient: ClientTraits = {
  configuration: false,
  configurationChanges: false,
  codeLensRefresh: false,
  inlayHintRefresh: false,
  hierarchicalSymbols: false,
  markdownHover: false,
  codeDescription: false,
  semanticTokensRange: false,
  folders: [],
  asksFolders: false,
  snippets: false,
};

export function readClientTraits({ capabilities, workspaceFolders }: InitializeParams): ClientTraits {
  const { workspace, textDocument } = capabilities;
  return {
    configuration: workspace?.configuration ?? false,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    codeLensRefresh: workspace?.codeLens?.refreshSupport ?? false,
    inlayHintRefresh: workspace?.inlayHint?.refreshSupport ?? false,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false,
    codeDescription: textDocument?.publishDiagnostics?.codeDescriptionSupport ?? false,
    semanticTokensRange: Boolean(textDocument?.semanticTokens?.requests.range),
    folders: workspaceFolders ?? [],
    asksFolders: workspace?.workspaceFolders ?? false,
    snippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
  };
}

/** The path of a folder of the workspace; `undefined` where it lies on no disk. */
export function folderPath({ uri }: WorkspaceFolder): string | undefined {
  return uri.startsWith("file:") ? URI.parse(uri).fsPath : undefined;
}
