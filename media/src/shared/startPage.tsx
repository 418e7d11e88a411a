import { render, type ComponentType } from "preact";
import type { PanelRequests, Reader } from "../../../server/src/protocol/webview";
import { connect, type Host } from "./host";
import "./page.css";
import { keepSubject } from "./viewState";

export interface PageProps<Subject, Requests extends PanelRequests, Event> {
  readonly subject: Subject;
  readonly host: Host<Requests, Event>;
}

/** Starts a page: connects to the host, waits for what the panel is about, and shows it. */
export function startPage<Subject, Requests extends PanelRequests, Event>(
  readSubject: Reader<Subject>,
  Page: ComponentType<PageProps<Subject, Requests, Event>>,
): void {
  const place = document.getElementById("page");
  if (place === null) throw new Error("The document of the page has no place for it.");
  const host = connect<Requests, Event>((subject) => {
    keepSubject(subject);
    render(<Page subject={readSubject(subject)} host={host} />, place);
  });
}
