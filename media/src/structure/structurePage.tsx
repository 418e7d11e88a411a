import * as v from "valibot";
import { useEffect, useRef, useState } from "preact/hooks";
import { representations, type Representation } from "../../../server/src/protocol/simplification";
import type { PictureSite, StructurePicture } from "../../../server/src/protocol/structure";
import type {
  StructurePanelEvent,
  StructurePanelRequests,
  StructureSubject,
} from "../../../server/src/protocol/structurePanel";
import { reader } from "../../../server/src/protocol/webview";
import { announce } from "../shared/announce";
import { fileName } from "../shared/fileName";
import type { PageProps } from "../shared/startPage";
import { useTheme } from "../shared/theme";
import { useViewState } from "../shared/viewState";
import { CrystalPart } from "./crystalPart";
import { readPathsLook, usualPathsLook } from "./pathsLook";
import { PathsPart } from "./pathsPart";
import { occupancyText, SiteTable } from "./siteTable";
import { useOverlay } from "./useOverlay";
import { usePaths } from "./usePaths";
import { usePicture } from "./usePicture";

type Props = PageProps<StructureSubject, StructurePanelRequests, StructurePanelEvent>;

const readBlock = reader(v.nullable(v.string()));
const readRepresentation = reader(v.picklist(representations));
const readText = reader(v.string());
const readSwitch = reader(v.boolean());
const readLine = reader(v.optional(v.number()));

/** The crystal of a file in three dimensions, and its sites. */
export function StructurePage({ subject, host }: Props) {
  const [block, setBlock] = useViewState("block", readBlock, subject.block);
  const [as, setAs] = useViewState<Representation>("as", readRepresentation, "CAMN");
  /** The selected site is the one with a row on this line of the file. */
  const [line, setLine] = useViewState<number | undefined>("line", readLine, undefined);
  const [ion, setIon] = useViewState("ion", readText, lithium);
  const [look, setLook] = useViewState("pathsLook", readPathsLook, usualPathsLook);
  const [hasPaths, setHasPaths] = useViewState("paths", readSwitch, subject.paths);
  const { search, find, cancel } = usePaths(host);
  const theme = useTheme();
  const overlay = useOverlay(host, search, look, as, theme);
  const result = usePicture(host, { block, as });
  const [picture, setPicture] = useState<StructurePicture>();
  useEffect(() => {
    if (result?.kind === "structure") setPicture(result.picture);
  }, [result]);
  const ions = picture ? mobileIons(picture) : [];
  const shownIon = ions.includes(ion) ? ion : ions[0];
  const findPaths = () => {
    setHasPaths(true);
    void find({ block, ion: shownIon ?? lithium });
  };
  useEffect(() => {
    if (hasPaths && picture) findPaths();
  }, [picture?.block, shownIon]);
  const newest = useRef(findPaths);
  newest.current = findPaths;
  useEffect(
    () =>
      host.onEvent((event) => {
        if (event.type === "cursor") setLine(event.line);
        if (event.type === "findPaths") newest.current();
      }),
    [host],
  );
  const select = (site: PictureSite | undefined) => {
    const [row] = site?.lines ?? [];
    setLine(row?.first);
    if (row) void host.request("showLines", row);
    if (site) announce(`${site.label}: ${occupancyText(site.occupants)}`);
  };
  const found = picture?.sites.findIndex(({ lines }) => lines.some((row) => isOn(line, row))) ?? -1;
  const selected = found < 0 ? undefined : found;
  return (
    <>
      <h1>{picture?.formula ?? fileName(subject.uri)}</h1>
      {result?.kind === "refused" && (
        <p class="notice" role="alert">
          {result.reason}
        </p>
      )}
      {result === undefined && <p role="status">Reading...</p>}
      {picture && (
        <>
          <CrystalPart
            host={host}
            picture={picture}
            as={as}
            onAs={setAs}
            onBlock={setBlock}
            selected={selected}
            onSelect={(site) => {
              select(site === undefined ? undefined : picture.sites[site]);
            }}
            theme={theme}
            overlay={overlay}
          />
          <PathsPart
            host={host}
            search={search}
            ions={ions}
            ion={shownIon ?? lithium}
            onIon={setIon}
            onFind={findPaths}
            onCancel={() => {
              setHasPaths(false);
              cancel();
            }}
            look={look}
            onLook={setLook}
          />
          <SiteTable
            sites={picture.sites}
            selected={selected}
            onSelect={(site) => {
              select(picture.sites[site]);
            }}
          />
        </>
      )}
    </>
  );
}

const lithium = "Li1+";

/** Cations of one or two charges, which may move; lithium first. */
function mobileIons({ sites }: StructurePicture): string[] {
  const ions = sites.flatMap(({ occupants }) =>
    occupants.flatMap(({ element, oxidationState }) =>
      oxidationState === 1 || oxidationState === 2 ? [`${element}${oxidationState}+`] : [],
    ),
  );
  return [...new Set(ions)].sort((one, other) => Number(other === lithium) - Number(one === lithium));
}

function isOn(line: number | undefined, { first, last }: PictureSite["lines"][number]): boolean {
  return line !== undefined && line >= first && line <= last;
}
