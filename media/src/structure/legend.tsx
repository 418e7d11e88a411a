import type { StructurePicture } from "../../../server/src/protocol/structure";
import { elementColour, vacancyColour } from "./elementColours";

/** Which colour stands for which element. */
export function Legend({ picture: { sites } }: { readonly picture: StructurePicture }) {
  const occupants = sites.flatMap((site) => site.occupants);
  const elements = [...new Set(occupants.map(({ element }) => element))];
  const hasVacancies = sites.some((site) => vacancyOf(site) > 1e-3);
  const entries = elements.map((element) => ({ name: element, colour: elementColour(element) }));
  if (hasVacancies) entries.push({ name: "vacant", colour: vacancyColour });
  return (
    <ul class="legend" aria-label="Colours of the elements">
      {entries.map(({ name, colour }) => (
        <li key={name}>
          <span class="swatch" style={{ background: colour }} />
          {name}
        </li>
      ))}
    </ul>
  );
}

function vacancyOf({ occupants }: StructurePicture["sites"][number]): number {
  return occupants.reduce((vacant, { occupancy }) => vacant - occupancy, 1);
}
