import {
  Disposable,
  EventEmitter,
  workspace,
  type CancellationToken,
  type TextDocumentContentProvider,
  type TextDocument,
  type Uri,
} from "vscode";
import type { LanguageServer } from "../languageServer";
import {
  representationName,
  simplifiedScheme,
  simplifyMethod,
} from "../../../server/src/protocol/simplification";
import { simplifiedSource } from "../simplifiedUri";

const quietMilliseconds = 300;

/** The text of the `superion:` documents. One that is open follows its source: it is made anew after each edit there. */
export class SimplifiedDocuments implements TextDocumentContentProvider {
  readonly #changed = new EventEmitter<Uri>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #registrations: Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(private readonly server: LanguageServer) {
    this.#registrations = Disposable.from(
      this.#changed,
      workspace.registerTextDocumentContentProvider(simplifiedScheme, this),
      workspace.onDidChangeTextDocument(({ document }) => {
        this.#refreshLater(document);
      }),
    );
  }

  async provideTextDocumentContent(uri: Uri, token: CancellationToken): Promise<string> {
    const source = simplifiedSource(uri);
    if (source === undefined) throw new Error(`Not the address of a simplified structure: ${uri.toString()}`);
    // The server knows open documents only.
    await workspace.openTextDocument(source.uri);
    const { uri: original, block, as } = source;
    const params = { uri: original.toString(), as, ...(block === undefined ? {} : { block }) };
    const result = await this.server.request(simplifyMethod, params, token);
    return result.kind === "cif"
      ? result.text
      : `# ${representationName(as)} cannot be made: ${result.reason}\n`;
  }

  dispose(): void {
    this.#timers.forEach((timer) => {
      clearTimeout(timer);
    });
    this.#registrations.dispose();
  }

  /** Waits until the typing pauses, then makes the open simplified documents of this source anew. */
  #refreshLater(source: TextDocument): void {
    const key = source.uri.toString();
    const derived = () =>
      workspace.textDocuments.filter(({ uri }) => simplifiedSource(uri)?.uri.toString() === key);
    if (derived().length === 0) return;
    clearTimeout(this.#timers.get(key));
    const refresh = () => {
      this.#timers.delete(key);
      derived().forEach(({ uri }) => {
        this.#changed.fire(uri);
      });
    };
    this.#timers.set(key, setTimeout(refresh, quietMilliseconds));
  }
}
