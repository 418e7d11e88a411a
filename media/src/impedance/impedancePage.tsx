import type {
  ImpedancePanelEvent,
  ImpedancePanelRequests,
  ImpedanceSubject,
} from "../../../server/src/protocol/impedancePanel";
import { fileName } from "../shared/fileName";
import type { PageProps } from "../shared/startPage";
import { SeriesView } from "./seriesView";
import { useSeries } from "./useAnswers";

type Props = PageProps<ImpedanceSubject, ImpedancePanelRequests, ImpedancePanelEvent>;

/** The spectra of some files: fits, conductivities and activation energy. */
export function ImpedancePage({ subject, host }: Props) {
  const { series, refusal } = useSeries(host);
  const { files } = subject;
  const cells = new Set(series?.cells.map(({ path }) => path));
  const problems = series?.problems.filter(({ file }) => !cells.has(file)) ?? [];
  const isEmpty = series?.spectra.length === 0 && series.polarisations.length === 0;
  return (
    <>
      <h1>{files.length === 1 ? fileName(files[0] ?? "") : `${files.length} files of spectra`}</h1>
      {refusal !== undefined && (
        <p class="notice" role="alert">
          {refusal}
        </p>
      )}
      {series ? (
        <>
          {problems.length > 0 && (
            <details open={isEmpty}>
              <summary>
                {problems.length === 1 ? "1 remark" : `${problems.length} remarks`} on the files
              </summary>
              <ul>
                {problems.map(({ file, message, line, severity }, index) => (
                  <li key={index}>
                    {severity === "error" ? "Not read: " : ""}
                    <button type="button" class="link" onClick={() => void host.request("openFile", file)}>
                      {fileName(file)}
                    </button>
                    {line === null ? "" : `, line ${line}`}: {message}
                  </li>
                ))}
              </ul>
            </details>
          )}
          {!isEmpty && <SeriesView host={host} series={series} />}
        </>
      ) : (
        refusal === undefined && <p role="status">Reading...</p>
      )}
    </>
  );
}
