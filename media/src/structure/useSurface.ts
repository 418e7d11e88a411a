import { useEffect, useRef, useState } from "preact/hooks";
import { decodeFloats, decodeIndices } from "../../../server/src/protocol/binary";
import type { WantedPaths } from "../../../server/src/protocol/structurePanel";
import type { StructureHost } from "./usePicture";

export interface Surface {
  readonly positions: Float32Array;
  readonly triangles: Uint32Array;
}

type Wanted = WantedPaths & { readonly energy: number };

/** The surface at an energy; one is asked for at a time, so that a slider that moves gets what the server can give. */
export function useSurface(host: StructureHost, wanted: Wanted | undefined): Surface | undefined {
  const [surface, setSurface] = useState<Surface>();
  const newest = useRef<Wanted | undefined>(undefined);
  const isAsking = useRef(false);
  const key = wanted && JSON.stringify(wanted);
  useEffect(() => {
    newest.current = wanted;
    if (wanted === undefined) setSurface(undefined);
    else if (!isAsking.current) void ask();
  }, [key]);
  const ask = async () => {
    isAsking.current = true;
    for (let asked = newest.current; asked !== undefined;) {
      const result = await host.request("isosurface", asked).catch(() => undefined);
      const now = newest.current;
      if (now !== undefined && result?.kind === "surface")
        setSurface({
          positions: decodeFloats(result.positions),
          triangles: decodeIndices(result.triangles),
        });
      asked = now === asked ? undefined : now;
    }
    isAsking.current = false;
  };
  return surface;
}
