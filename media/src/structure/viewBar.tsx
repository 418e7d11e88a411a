import {
  representationName,
  representations,
  type Representation,
} from "../../../server/src/protocol/simplification";
import type { StructurePicture } from "../../../server/src/protocol/structure";
import type { Drawn } from "./scene/crystalScene";
import { alongAxis, usualOrientation, type Orientation } from "./scene/orientation";

export interface ViewBarProps {
  readonly picture: StructurePicture;
  readonly as: Representation;
  readonly onAs: (as: Representation) => void;
  readonly onBlock: (block: string) => void;
  readonly drawn: Drawn;
  readonly onDrawn: (drawn: Drawn) => void;
  readonly onOrientation: (orientation: Orientation) => void;
  readonly onSave: () => void;
}

const switches = [
  { key: "polyhedra", label: "Polyhedra" },
  { key: "bonds", label: "Bonds" },
  { key: "ellipsoids", label: "Ellipsoids" },
] as const;

const directions = [
  { axis: 0, name: "a" },
  { axis: 1, name: "b" },
  { axis: 2, name: "c" },
] as const;

/** What is drawn of the crystal, and from where. */
export function ViewBar(props: ViewBarProps) {
  const { picture, as, onAs, onBlock, drawn, onDrawn, onOrientation, onSave } = props;
  const hasEllipsoids = picture.atoms.some(({ ellipsoid }) => ellipsoid !== null);
  return (
    <div class="toolbar">
      {picture.blocks.length > 1 && (
        <label>
          Block{" "}
          <select
            value={picture.block}
            onChange={({ currentTarget }) => {
              onBlock(currentTarget.value);
            }}
          >
            {picture.blocks.map((block) => (
              <option key={block}>{block}</option>
            ))}
          </select>
        </label>
      )}
      <label>
        Shown as{" "}
        <select
          value={as}
          onChange={({ currentTarget }) => {
            const chosen = representations.find((name) => name === currentTarget.value);
            if (chosen) onAs(chosen);
          }}
        >
          {representations.map((name) => (
            <option key={name} value={name}>
              {name === "CAMN" ? "CAMN (as it is)" : representationName(name)}
            </option>
          ))}
        </select>
      </label>
      <span role="group" aria-label="Drawn" class="switches">
        {switches.map(({ key, label }) =>
          key === "ellipsoids" && !hasEllipsoids ? null : (
            <label key={key}>
              <input
                type="checkbox"
                checked={drawn[key]}
                onChange={({ currentTarget }) => {
                  onDrawn({ ...drawn, [key]: currentTarget.checked });
                }}
              />
              {label}
            </label>
          ),
        )}
      </span>
      <span role="group" aria-label="Look along" class="switches">
        Along
        {directions.map(({ axis, name }) => (
          <button
            key={name}
            type="button"
            aria-label={`Look along ${name}`}
            onClick={() => {
              onOrientation(alongAxis(picture.lattice, axis));
            }}
          >
            {name}
          </button>
        ))}
        <button
          type="button"
          onClick={() => {
            onOrientation(usualOrientation(picture.lattice));
          }}
        >
          Reset
        </button>
      </span>
      <button type="button" onClick={onSave}>
        Save PNG
      </button>
    </div>
  );
}
