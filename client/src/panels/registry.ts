import { clustersPanel } from "./clusters";
import { impedancePanel } from "./impedance";
import { Panels, type PanelContext } from "./panel";
import { screeningPanel } from "./screening";
import { structurePanel } from "./structure";

/** The panels of the extension, each kind by its name. */
export function registerPanels(context: PanelContext) {
  return {
    clusters: new Panels(clustersPanel, context),
    impedance: new Panels(impedancePanel, context),
    screening: new Panels(screeningPanel, context),
    structure: new Panels(structurePanel, context),
  };
}

export type PanelsByName = ReturnType<typeof registerPanels>;
