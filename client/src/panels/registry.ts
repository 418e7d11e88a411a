import { clustersPanel } from "./clusters";
import { impedancePanel } from "./impedance";
import { Panels, type PanelContext } from "./panel";
import { screeningPanel } from "./screening";

/** The panels of the extension, each kind by its name. */
export function registerPanels(context: PanelContext) {
  return {
    clusters: new Panels(clustersPanel, context),
    impedance: new Panels(impedancePanel, context),
    screening: new Panels(screeningPanel, context),
  };
}

export type PanelsByName = ReturnType<typeof registerPanels>;
