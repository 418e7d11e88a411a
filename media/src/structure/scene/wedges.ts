import type { PictureOccupant } from "../../../../server/src/protocol/structure";

/** A part of a divided sphere, in turns. */
export interface Wedge {
  /** `null` for what is vacant. */
  readonly element: string | null;
  readonly from: number;
  readonly turn: number;
}

/** Shares of a site that are smaller cannot be seen. */
const leastTurn = 1e-3;

/** How occupants divide the sphere of their site, one after another; they are scaled down where they are more than one. */
export function wedges(occupants: readonly PictureOccupant[]): Wedge[] {
  const total = occupants.reduce((sum, { occupancy }) => sum + occupancy, 0);
  const shares = occupants.map(({ element, occupancy }) => ({
    element,
    turn: occupancy / Math.max(1, total),
  }));
  const visible: { readonly element: string | null; readonly turn: number }[] = shares.filter(
    ({ turn }) => turn >= leastTurn,
  );
  const filled = visible.reduce((sum, { turn }) => sum + turn, 0);
  if (1 - filled >= leastTurn) visible.push({ element: null, turn: 1 - filled });
  const whole = visible.reduce((sum, { turn }) => sum + turn, 0);
  let from = 0;
  return visible.map(({ element, turn }) => {
    const wedge = { element, from, turn: turn / whole };
    from += wedge.turn;
    return wedge;
  });
}

/** The occupant that a site has most of; its colour is that of bonds and polyhedra. */
export function chiefElement(occupants: readonly PictureOccupant[]): string {
  const [chief] = occupants.toSorted((one, other) => other.occupancy - one.occupancy);
  return chief?.element ?? "";
}
