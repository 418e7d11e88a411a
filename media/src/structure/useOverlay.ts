import { useMemo } from "preact/hooks";
import type { Object3D } from "three";
import type { Representation } from "../../../server/src/protocol/simplification";
import type { Theme } from "../shared/theme";
import { energyOf, type PathsLook } from "./pathsLook";
import { freeSphereMeshes, pathMeshes, surfaceMesh } from "./scene/overlay";
import type { PathsSearch } from "./usePaths";
import type { StructureHost } from "./usePicture";
import { useSurface } from "./useSurface";
import { waysOf } from "./ways";

/** What is drawn of paths into the crystal. A crystal that is scaled is another one: there is nothing in it. */
export function useOverlay(
  host: StructureHost,
  search: PathsSearch,
  look: PathsLook,
  as: Representation,
  { series }: Theme,
): readonly Object3D[] {
  const found = search.state === "found" && !as.endsWith("-40") ? search : undefined;
  const wanted = found && look.surface ? { ...found.wanted, energy: energyOf(look, found.paths) } : undefined;
  const surface = useSurface(host, wanted);
  const [surfaceColour = "", , pathColour = "", sphereColour = ""] = series;
  const paths = found?.paths;
  const ways = useMemo(() => (paths ? waysOf(paths) : []), [paths]);
  const path = look.path ? ways[look.way]?.way : undefined;
  const spheres = look.spheres ? found?.paths.spheres : undefined;
  return useMemo(
    () => [
      ...(path ? pathMeshes(path, pathColour) : []),
      ...(spheres ? freeSphereMeshes(spheres, sphereColour) : []),
      ...(surface ? [surfaceMesh(surface, surfaceColour)] : []),
    ],
    [path, spheres, surface, surfaceColour, sphereColour, pathColour],
  );
}
