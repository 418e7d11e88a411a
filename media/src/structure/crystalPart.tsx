import * as v from "valibot";
import { useRef } from "preact/hooks";
import type { Object3D } from "three";
import type { Representation } from "../../../server/src/protocol/simplification";
import type { StructurePicture } from "../../../server/src/protocol/structure";
import { reader } from "../../../server/src/protocol/webview";
import type { Theme } from "../shared/theme";
import { useViewState } from "../shared/viewState";
import { CrystalView } from "./crystalView";
import { Legend } from "./legend";
import type { CrystalScene, Drawn } from "./scene/crystalScene";
import { usualOrientation, type Orientation } from "./scene/orientation";
import type { StructureHost } from "./usePicture";
import { ViewBar } from "./viewBar";

export interface CrystalPartProps {
  readonly host: StructureHost;
  readonly picture: StructurePicture;
  readonly as: Representation;
  readonly onAs: (as: Representation) => void;
  readonly onBlock: (block: string) => void;
  readonly selected: number | undefined;
  readonly onSelect: (site: number | undefined) => void;
  readonly theme: Theme;
  /** Drawn into the crystal. */
  readonly overlay: readonly Object3D[];
}

const readDrawn = reader(v.object({ bonds: v.boolean(), polyhedra: v.boolean(), ellipsoids: v.boolean() }));
const readOrientation = reader(
  v.optional(v.object({ turn: v.tuple([v.number(), v.number(), v.number(), v.number()]), zoom: v.number() })),
);
const usuallyDrawn: Drawn = { bonds: true, polyhedra: true, ellipsoids: false };
/** Pixels of a saved image. */
const imageWidth = 2400;

/** The crystal with what decides how it is drawn. */
export function CrystalPart(props: CrystalPartProps) {
  const { host, picture, as, onAs, onBlock, selected, onSelect, theme, overlay } = props;
  const scene = useRef<CrystalScene | undefined>(undefined);
  const [drawn, setDrawn] = useViewState("drawn", readDrawn, usuallyDrawn);
  const [chosen, setOrientation] = useViewState<Orientation | undefined>(
    "orientation",
    readOrientation,
    undefined,
  );
  const orientation = chosen ?? usualOrientation(picture.lattice);
  const save = async () => {
    const bytes = await scene.current?.png(imageWidth);
    if (bytes) await host.request("save", { name: `${picture.formula}.png`, bytes });
  };
  return (
    <section>
      <ViewBar
        picture={picture}
        as={as}
        onAs={onAs}
        onBlock={onBlock}
        drawn={drawn}
        onDrawn={setDrawn}
        onOrientation={setOrientation}
        onSave={() => void save()}
      />
      {picture.omission !== null && <p class="notice">{picture.omission}</p>}
      <CrystalView
        picture={picture}
        drawn={drawn}
        theme={theme}
        orientation={orientation}
        onOrientation={setOrientation}
        selected={selected}
        onSelect={onSelect}
        overlay={overlay}
        onScene={(current) => {
          scene.current = current;
        }}
      />
      <Legend picture={picture} />
    </section>
  );
}
