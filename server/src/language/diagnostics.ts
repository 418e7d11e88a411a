import { DiagnosticSeverity, type Diagnostic } from "vscode-languageserver/node";
import type { Problem, Severity } from "../cif/problem";
import type { AnalysisState } from "./analyses";
import { longestText, toRange, type OpenDocument } from "./documents";
import { failureText } from "./lensText";
import type { Server } from "./server";

/** Milliseconds that syntax problems wait for the analysis, so that a list does not flicker while one types. */
const patience = 150;

/** More problems than these of one file help nobody. */
const mostProblems = 1000;

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** Tells the editor what is wrong with a document, whenever more is known of it. */
export class DiagnosticsPublisher {
  private readonly waiting = new Map<string, NodeJS.Timeout>();

  /** @param helpPage of the diagnostics by code, as the start of a link. */
  constructor(
    private readonly server: () => Server,
    private readonly helpPage: string,
  ) {}

  /** The analysis has begun: what the syntax tells is published unless the analysis is quick. */
  begun(uri: string): void {
    this.clear(uri);
    this.waiting.set(
      uri,
      setTimeout(() => {
        this.publish(uri);
      }, patience),
    );
  }

  finished(uri: string): void {
    this.clear(uri);
    this.publish(uri);
  }

  closed(uri: string): void {
    this.clear(uri);
    void this.server().connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  private clear(uri: string): void {
    clearTimeout(this.waiting.get(uri));
    this.waiting.delete(uri);
  }

  private publish(uri: string): void {
    const { connection, documents, analyses, client } = this.server();
    const document = documents.get(uri);
    if (!document) return;
    const helpPage = client().codeDescription ? this.helpPage : undefined;
    const diagnostics = documentDiagnostics(document, analyses.get(uri), helpPage);
    void connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  }
}

/** What is known to be wrong with this version of the document, in order of place. */
export function documentDiagnostics(
  document: OpenDocument,
  state: AnalysisState | undefined,
  helpPage: string | undefined,
): Diagnostic[] {
  const problems = [...documentProblems(document, state)].sort(
    (a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0),
  );
  const shown = problems.slice(0, mostProblems);
  if (problems.length > shown.length) shown.push(tooManyProblems(problems.length));
  return shown.map((problem) => toDiagnostic(document, problem, helpPage));
}

function documentProblems({ version, text, cif }: OpenDocument, state: AnalysisState | undefined): Problem[] {
  if (!cif) return [tooLarge(text.getText().length)];
  const outcome = state?.version === version ? state.outcome : undefined;
  if (!outcome) return [...cif.problems];
  if (outcome.kind === "analysis") return [...cif.problems, ...outcome.analysis.problems];
  const message = failureText(outcome);
  return message
    ? [...cif.problems, { code: "analysis-stopped", severity: "information", message }]
    : [...cif.problems];
}

function tooLarge(length: number): Problem {
  const size = `${(length / 1e6).toFixed(1)} million characters`;
  return {
    code: "file-too-large",
    severity: "information",
    message:
      `This file has ${size}; the editor analyses up to ${longestText / 1e6} million, to stay quick. ` +
      "Run superion annotate FILE on the command line, which has no such limit.",
  };
}

function tooManyProblems(count: number): Problem {
  return {
    code: "too-many-problems",
    severity: "information",
    message: `The first ${mostProblems} of ${count} problems are shown.`,
  };
}

function toDiagnostic({ text }: OpenDocument, problem: Problem, helpPage: string | undefined): Diagnostic {
  const { code, severity, message, range = { start: 0, end: 0 } } = problem;
  return {
    range: toRange(text, range),
    severity: severities[severity],
    code,
    source: "superion",
    message,
    ...(helpPage === undefined ? {} : { codeDescription: { href: `${helpPage}#${code}` } }),
  };
}
