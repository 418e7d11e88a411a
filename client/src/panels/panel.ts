import {
  Disposable,
  ViewColumn,
  window,
  type LogOutputChannel,
  type Uri,
  type Webview,
  type WebviewPanel,
} from "vscode";
import {
  readKeptState,
  readPageMessage,
  readPanelParams,
  type HostMessage,
  type PageMessage,
  type PanelRequests,
  type ParamReaders,
  type Reader,
} from "../../../server/src/protocol/webview";
import type { LanguageServer } from "../languageServer";
import type { Screenings } from "../screenings";
import { answerWith, type Answer, type Handlers } from "./answering";
import { pageFolder, pageHtml } from "./page";
import { panelHandlers } from "./saving";
import { reasonOf } from "../reasonOf";

/** What panels may need of the extension. */
export interface PanelContext {
  readonly extensionUri: Uri;
  readonly log: LogOutputChannel;
  readonly server: LanguageServer;
  readonly screenings: Screenings;
}

/** The requests that a kind of panel answers itself. */
type OwnRequests<Requests> = Omit<Requests, keyof PanelRequests>;

/**
 * A kind of panel: its page, and who answers it. `Subject` is what one panel is about, small plain data that survive a
 * reload; `Requests` are the page's; `Event` is what the host tells the page unasked.
 */
export interface PanelKind<Subject, Requests extends PanelRequests, Event extends { readonly type: string }> {
  /** Name of the page's folder in media/src/ and, behind `superion.`, of the view type. */
  readonly name: string;
  /** Where a new one opens; in the active group if not said. */
  readonly column?: ViewColumn;
  readonly readSubject: Reader<Subject>;
  readonly readParams: ParamReaders<OwnRequests<Requests>>;
  readonly title: (subject: Subject) => string;
  /** Two subjects with the same key share one panel. */
  readonly key: (subject: Subject) => string;
  /** Called once a panel. */
  readonly handlers: (
    panel: OpenPanel<Subject, Event>,
    context: PanelContext,
  ) => Handlers<OwnRequests<Requests>>;
}

/** What handlers know of their panel. */
export interface OpenPanel<Subject, Event> {
  readonly subject: Subject;
  /** Tells the page; lost while the page is hidden, since it asks for everything anew when it is shown again. */
  readonly tell: (event: Event) => void;
  /** What ends with the panel. */
  readonly owned: Disposable[];
}

interface ShownPanel<Event> {
  readonly panel: WebviewPanel;
  /** For the page, when it is shown again. */
  readonly awaited: Event[];
}

/** The panels of one kind: opens them, shows one that is open already, and restores them after a reload. */
export class Panels<
  Subject,
  Requests extends PanelRequests,
  Event extends { readonly type: string },
> implements Disposable {
  readonly #open = new Map<string, ShownPanel<Event>>();
  readonly #viewType: string;
  readonly #serializer: Disposable;

  constructor(
    private readonly kind: PanelKind<Subject, Requests, Event>,
    private readonly context: PanelContext,
  ) {
    this.#viewType = `superion.${kind.name}`;
    this.#serializer = window.registerWebviewPanelSerializer(this.#viewType, {
      deserializeWebviewPanel: (panel, state: unknown) => {
        this.#restore(panel, state);
        return Promise.resolve();
      },
    });
  }

  /** @param event told to the page where the panel is open already: a new page has it all from its subject. */
  show(subject: Subject, event?: Event): void {
    const open = this.#open.get(this.kind.key(subject));
    if (open === undefined) {
      const title = this.kind.title(subject);
      const column = this.kind.column ?? ViewColumn.Active;
      this.#fill(window.createWebviewPanel(this.#viewType, title, column), subject);
      return;
    }
    const { panel, awaited } = open;
    if (event && panel.visible) post(panel.webview, { type: "event", event });
    else if (event) awaited.push(event);
    panel.reveal();
  }

  dispose(): void {
    this.#serializer.dispose();
    for (const { panel } of this.#open.values()) panel.dispose();
  }

  #restore(panel: WebviewPanel, state: unknown): void {
    try {
      this.#fill(panel, this.kind.readSubject(readKeptState(state).subject));
    } catch (error) {
      this.context.log.warn(`A ${this.kind.name} panel could not be restored.`, String(error));
      panel.dispose();
    }
  }

  #fill(panel: WebviewPanel, subject: Subject): void {
    const { kind, context } = this;
    const { webview } = panel;
    const key = kind.key(subject);
    const owned: Disposable[] = [];
    const tell = (event: Event) => {
      post(webview, { type: "event", event });
    };
    const common = answerWith(readPanelParams, panelHandlers);
    const own = answerWith(kind.readParams, kind.handlers({ subject, tell, owned }, context));
    const answer: Answer = (name, params) =>
      Object.hasOwn(panelHandlers, name) ? common(name, params) : own(name, params);

    const awaited: Event[] = [];
    this.#open.set(key, { panel, awaited });
    panel.onDidDispose(() => {
      this.#open.delete(key);
      Disposable.from(...owned).dispose();
    });
    webview.onDidReceiveMessage((received: unknown) => {
      try {
        const message = readPageMessage(received);
        void this.#take(message, webview, subject, answer);
        if (message.type === "ready") for (const event of awaited.splice(0)) tell(event);
      } catch (error) {
        context.log.warn(`A message of a ${kind.name} page was not understood.`, String(error));
      }
    });
    webview.options = { enableScripts: true, localResourceRoots: [pageFolder(context.extensionUri)] };
    webview.html = pageHtml(webview, context.extensionUri, kind.name, kind.title(subject));
  }

  async #take(message: PageMessage, webview: Webview, subject: Subject, answer: Answer): Promise<void> {
    if (message.type === "ready") {
      post(webview, { type: "start", subject });
      return;
    }
    const { id, name, params } = message;
    try {
      post(webview, { type: "answer", id, result: await answer(name, params) });
    } catch (error) {
      this.context.log.warn(`The ${this.kind.name} panel got no answer to ${name}.`, String(error));
      post(webview, { type: "refusal", id, reason: reasonOf(error) });
    }
  }
}

function post(webview: Webview, message: HostMessage): void {
  void webview.postMessage(message);
}
