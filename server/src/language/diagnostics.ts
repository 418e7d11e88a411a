import { DiagnosticSeverity, DiagnosticTag, type Diagnostic, type Range } from "vscode-languageserver/node";
import { URI } from "vscode-uri";
import type { DictionaryFile } from "../cif/dictionary/readDictionary";
import type { Problem, Severity } from "../cif/problem";
import { defaultSettings, type Loudness, type Settings } from "../protocol/settings";
import type { AnalysisState } from "./analyses";
import { mostProblems } from "./analysis";
import { DocumentText } from "./documentText";
import { longestAnalysed, toRange, type OpenDocument } from "./documents";
import { failureText } from "./lensText";
import { sentence } from "./sentence";
import { isSimplified, type Server } from "./server";
import type { Failure } from "../screening/workerQueue";

/** Milliseconds that syntax problems wait for the analysis, so that a list does not flicker while one types. */
const patience = 150;

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Tells the editor what is wrong with a document, whenever more is known of it. */
export class DiagnosticsPublisher {
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private dictionaryUris: string[] = [];
  /** What the syntax told when the list of a document was last published. */
  private readonly told = new Map<string, string>();

  /** @param helpPage of the diagnostics by code, as the start of a link. */
  constructor(
    private readonly server: Server,
    private readonly helpPage: string,
  ) {}

  /**
   * The analysis has begun: what the syntax tells is published unless the analysis is quick, or the syntax tells nothing
   * new. Then the list stays, which editors move with the text: what the analysis found does not come and go as one types.
   */
  begun(uri: string): void {
    this.clear(uri);
    this.waiting.set(
      uri,
      setTimeout(() => {
        void this.publish(uri, true);
      }, patience),
    );
  }

  /** Problems of the user's dictionaries, by path; those of files that are not used any more go. */
  ofDictionaries(files: ReadonlyMap<string, DictionaryFile>): void {
    const { connection, client } = this.server;
    const helpPage = client().codeDescription ? this.helpPage : undefined;
    for (const uri of this.dictionaryUris) void connection.sendDiagnostics({ uri, diagnostics: [] });
    this.dictionaryUris = [...files.keys()].map((path) => URI.file(path).toString());
    for (const [path, { text, problems }] of files) {
      const uri = URI.file(path).toString();
      const document = DocumentText.create(uri, "cif", 0, text);
      const diagnostics = problems
        .slice(0, mostProblems)
        .map((problem) => toDiagnostic(document, problem, helpPage));
      void connection.sendDiagnostics({ uri, diagnostics });
    }
  }

  finished(uri: string): void {
    this.clear(uri);
    void this.publish(uri);
  }

  closed(uri: string): void {
    this.clear(uri);
    this.told.delete(uri);
    void this.server.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  private clear(uri: string): void {
    clearTimeout(this.waiting.get(uri));
    this.waiting.delete(uri);
  }

  private async publish(uri: string, isOfSyntax = false): Promise<void> {
    const { connection, documents, analyses, client, settings } = this.server;
    const document = await documents.ready(uri);
    if (!document || isSimplified(uri)) return;
    const syntax = syntaxText(document);
    if (isOfSyntax && syntax === this.told.get(uri)) return;
    this.told.set(uri, syntax);
    const helpPage = client().codeDescription ? this.helpPage : undefined;
    const diagnostics = documentDiagnostics(document, analyses.get(uri), helpPage, settings());
    void connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  }
}

function syntaxText({ cif }: OpenDocument): string {
  return (cif?.problems ?? []).map(({ code, message }) => `${code} ${message}`).join("\n");
}

/** What is known of this version of the document and wanted by the settings, in order of place. */
export function documentDiagnostics(
  document: OpenDocument,
  state: AnalysisState | undefined,
  helpPage: string | undefined,
  { diagnostics: { severity } }: Pick<Settings, "diagnostics"> = defaultSettings,
): Diagnostic[] {
  return documentProblems(document, state)
    .flatMap((problem) => withLoudness(problem, severity[problem.code]))
    .sort((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0))
    .map((problem) => toDiagnostic(document.text, problem, helpPage));
}

function withLoudness(problem: Problem, loudness: Loudness | undefined): Problem[] {
  if (loudness === "off") return [];
  return [loudness ? { ...problem, severity: loudness } : problem];
}

function documentProblems(
  { version, length, cif }: OpenDocument,
  state: AnalysisState | undefined,
): Problem[] {
  const outcome = state?.version === version ? state.outcome : undefined;
  const { problems, problemCount } =
    outcome?.kind === "analysis"
      ? outcome.analysis
      : { problems: cif?.problems ?? [], problemCount: cif?.problems.length ?? 0 };
  return [
    ...problems.slice(0, mostProblems),
    ...(problemCount > mostProblems ? [tooManyProblems(problemCount)] : []),
    ...(cif?.blocks.length === 0 && problemCount === 0 ? [noDataBlock()] : []),
    ...(length > longestAnalysed ? [tooLarge(length)] : []),
    ...(outcome?.kind === "failed" ? analysisStopped(outcome) : []),
  ];
}

function information(code: string, message: string): Problem {
  return { code, severity: "information", message };
}

function analysisStopped(reason: Failure): Problem[] {
  const message = failureText(reason);
  return message ? [information("analysis-stopped", sentence(message))] : [];
}

function noDataBlock(): Problem {
  return information(
    "no-data-block",
    "This file holds no data block. A CIF begins with a line such as data_Li3N, followed by the cell and the sites.",
  );
}

function tooLarge(length: number): Problem {
  return information(
    "file-too-large",
    `This file has ${(length / 1e6).toFixed(1)} million characters; the editor reads up to ${longestAnalysed / 1e6} million ` +
      "and colours what is longer. Run superion annotate FILE on the command line, or take out the measured reflections.",
  );
}

function tooManyProblems(count: number): Problem {
  return information("too-many-problems", `The first ${mostProblems} of ${count} problems are shown.`);
}

function toDiagnostic(text: DocumentText, problem: Problem, helpPage: string | undefined): Diagnostic {
  const { code, severity, message, range, isDeprecation, instead } = problem;
  return {
    range: range ? toRange(text, range) : fileStart,
    severity: severities[severity],
    code,
    source: "superion",
    message,
    ...(isDeprecation ? { tags: [DiagnosticTag.Deprecated] } : {}),
    ...(instead === undefined ? {} : { data: { instead } }),
    ...(helpPage === undefined ? {} : { codeDescription: { href: `${helpPage}#${code}` } }),
  };
}

const fileStart: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
