import { barriersText, type PathsPicture } from "../../../server/src/protocol/migration";
import { useMemo } from "preact/hooks";
import { Figure } from "../shared/figure/figure";
import { NebPart } from "./nebPart";
import { percolationFigure, profileFigure } from "./pathFigures";
import { energyOf, type PathsLook } from "./pathsLook";
import { RestingPlaces } from "./restingPlaces";
import { useNeb } from "./useNeb";
import type { PathsSearch } from "./usePaths";
import type { StructureHost } from "./usePicture";
import { waysOf } from "./ways";

export interface PathsPartProps {
  readonly host: StructureHost;
  readonly search: PathsSearch;
  /** Ions that can move, `Li1+`. */
  readonly ions: readonly string[];
  readonly ion: string;
  readonly onIon: (ion: string) => void;
  readonly onFind: () => void;
  readonly onCancel: () => void;
  readonly look: PathsLook;
  readonly onLook: (look: PathsLook) => void;
}

/** The paths of a mobile ion: the search for them, and what was found. */
export function PathsPart(props: PathsPartProps) {
  const { search, ions, ion, onIon, onFind, onCancel } = props;
  return (
    <section>
      <h2>Paths</h2>
      <div class="toolbar">
        {ions.length > 1 && (
          <label>
            Mobile ion{" "}
            <select
              value={ion}
              onChange={({ currentTarget }) => {
                onIon(currentTarget.value);
              }}
            >
              {ions.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        )}
        {search.state === "running" ? (
          <>
            <progress aria-label="Progress" value={search.share} max={1} />
            <button type="button" onClick={onCancel}>
              Cancel
            </button>
          </>
        ) : (
          search.state !== "found" && (
            <button type="button" class="primary" onClick={onFind}>
              Find Paths
            </button>
          )
        )}
        {search.state === "found" && (
          <span>
            E<sub>a</sub> {barriersText(search.paths.barriers)}
          </span>
        )}
      </div>
      {search.state === "refused" && (
        <p class="notice" role="alert">
          {search.reason}
        </p>
      )}
      {search.state === "found" && <FoundPaths {...props} paths={search.paths} />}
    </section>
  );
}

interface FoundProps extends PathsPartProps {
  readonly paths: PathsPicture;
}

const switches = [
  { key: "surface", label: "Energy surface" },
  { key: "path", label: "Way" },
  { key: "spheres", label: "Free spheres" },
] as const;
const dimensions = ["1D", "2D", "3D"];

function FoundPaths({ host, paths, look, onLook }: FoundProps) {
  const ways = waysOf(paths);
  const { read, setFiles } = useNeb(host);
  const profile = useMemo(() => profileFigure(paths, look.way, read.calculations), [paths, look.way, read]);
  const percolation = useMemo(() => percolationFigure(paths), [paths]);
  const highest = paths.accessible.energies.at(-1) ?? 1;
  const energy = energyOf(look, paths);
  const { barriers, refinedBarriers, spheres, ion, sites } = paths;
  return (
    <>
      <div class="toolbar">
        {switches.map(({ key, label }) =>
          key === "spheres" && !spheres ? null : (
            <label key={key}>
              <input
                type="checkbox"
                checked={look[key]}
                onChange={({ currentTarget }) => {
                  onLook({ ...look, [key]: currentTarget.checked });
                }}
              />
              {label}
            </label>
          ),
        )}
        <label>
          Way{" "}
          <select
            value={look.way}
            onChange={({ currentTarget }) => {
              onLook({ ...look, way: Number(currentTarget.value) });
            }}
          >
            {ways.map(({ name, way }, place) => (
              <option key={name} value={place} disabled={!way}>
                {name}
                {way ? `: ${way.barrier.toFixed(2)} eV, ${(way.distances.at(-1) ?? 0).toFixed(1)} Å` : ""}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="toolbar">
        <label class="energy">
          Surface at
          <input
            type="range"
            min={0}
            max={highest}
            step={0.01}
            value={energy}
            aria-valuetext={`${energy.toFixed(2)} electronvolt above the lowest energy`}
            onInput={({ currentTarget }) => {
              onLook({ ...look, energy: currentTarget.valueAsNumber });
            }}
          />
          <output>{energy.toFixed(2)} eV</output>
        </label>
        <span role="group" aria-label="Surface at a barrier" class="switches">
          {[barriers.d1, barriers.d2, barriers.d3].map((barrier, i) =>
            barrier === null ? null : (
              <button
                key={i}
                type="button"
                onClick={() => {
                  onLook({ ...look, energy: barrier });
                }}
              >
                {dimensions[i]}
              </button>
            ),
          )}
        </span>
      </div>
      <p>Over saddles that lie between the points of the grid: {barriersText(refinedBarriers)}.</p>
      {spheres && (
        <p>
          The largest sphere with room between the ions of the framework has a radius of{" "}
          {spheres.included.radius.toFixed(2)} Å,{" "}
          {spheres.free
            ? `the largest that can pass ${spheres.free.radius.toFixed(2)} Å.`
            : "and none can pass."}
        </p>
      )}
      <NebPart host={host} read={read} onFiles={setFiles} />
      <div class="figures">
        {profile && <Figure spec={profile} host={host} />}
        <Figure spec={percolation} host={host} cursor={energy} />
      </div>
      <RestingPlaces ion={ion} sites={sites} />
    </>
  );
}
