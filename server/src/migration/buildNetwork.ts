import type { Vector3 } from "../crystal/lattice";
import type { Structure } from "../crystal/structure";
import { difference, sum } from "../crystal/vector";
import { EnergyField } from "./energyField";
import type { EnergyMap } from "./energyMap";
import type { Flooding, Pass } from "./flood";
import type { Framework } from "./framework";
import type { Connection, Hop, Network } from "./network";
import { restingIons } from "./restingIons";
import { cellsBetween, SiteList, type PlacedSite } from "./siteList";
import { placeKey } from "./steps";
import type { Watch } from "./watch";
import { WayFinder, type FoundWay } from "./wayFinder";

/**
 * The sites of a mobile ion and the hops between them, from the basins and passes of a flooded map: minima and saddles are
 * found exactly, off the grid, and each hop is the steepest way down from its saddle on both sides.
 *
 * @param limit electronvolt: what lies higher is left out.
 * @returns `undefined` where `watch` stopped it.
 */
export function buildNetwork(
  structure: Structure,
  framework: Framework,
  map: EnergyMap,
  flooding: Flooding,
  limit: number,
  watch: Watch,
): Network | undefined {
  const builder = new NetworkBuilder(framework, map, limit);
  const minima = flooding.minima.filter((point) => (map.values[point] ?? 0) <= limit);
  const passes = flooding.passes.filter(({ energy }) => energy <= limit);
  for (const [i, point] of minima.entries()) {
    if (!watch(i / (minima.length + passes.length))) return undefined;
    builder.addBasin(point);
  }
  for (const [i, pass] of passes.entries()) {
    if (!watch((minima.length + i) / (minima.length + passes.length))) return undefined;
    builder.addPass(pass);
  }
  return builder.network(structure);
}

/** Electronvolt that an exact saddle may lie above its pass of the grid. */
const tolerance = 0.1;
/** Cells that a way between neighbours may go round. */
const farthest = 2;

class NetworkBuilder {
  private readonly finder: WayFinder;
  private readonly sites: SiteList;
  /** The site of each basin, as seen from the lowest point of the basin in the unit cell. */
  private readonly basins: PlacedSite[] = [];
  private readonly hops: Hop[] = [];
  private readonly connections: Connection[] = [];
  /** From each site in the unit cell to its neighbours, with the energy of the saddle. */
  private readonly ways = new Map<number, { readonly to: PlacedSite; readonly energy: number }[]>();
  /** Pairs of sites whose hop is known. */
  private readonly known = new Set<string>();
  /** Pairs of sites with a pass that turned out to be the saddle of others, or none. */
  private readonly fruitless = new Set<string>();

  constructor(
    private readonly framework: Framework,
    map: EnergyMap,
    /** Electronvolt. */
    private readonly limit: number,
  ) {
    this.finder = new WayFinder(new EnergyField(framework), map);
    this.sites = new SiteList(framework.lattice, framework.operations);
  }

  addBasin(point: number): void {
    const { place, energy } = this.finder.minimum(point);
    this.basins.push(this.sites.findOrAdd(place, energy));
  }

  addPass(pass: Pass): void {
    const [from, basin] = [this.basins[pass.from], this.basins[pass.to]];
    if (!from || !basin) return;
    const to: PlacedSite = { site: basin.site, cells: sum(basin.cells, pass.cells) };
    if (isSame(from, to) || this.known.has(pairKey(from, to))) return;
    if (!pass.joins && this.fruitless.has(pairKey(from, to))) return;
    this.addFound(this.finder.overPass(pass));
    if (!this.known.has(pairKey(from, to)))
      this.addFound(this.finder.overPass(pass, difference(this.placeOf(to), this.placeOf(from))));
    if (pass.joins) this.join(pass, from, to);
    this.addImages(this.fruitless, from, to);
  }

  /** Sees to it that sites that a pass joins are connected: over minima that the map does not show, else as the map shows it. */
  private join(pass: Pass, from: PlacedSite, to: PlacedSite): void {
    const isDone = () => this.isConnected(from, to, pass.energy + tolerance);
    if (isDone()) return;
    for (const { place, energy } of this.finder.below(pass))
      this.lookAbout(this.sites.findOrAdd(place, energy).site);
    if (isDone()) return;
    this.addHop(this.finder.onGrid(pass, this.placeOf(from), this.placeOf(to)), from, to);
  }

  private placeOf({ site, cells }: PlacedSite): Vector3 {
    return sum(this.sites.positions[site] ?? [0, 0, 0], cells);
  }

  /** Adds a way between the sites at its ends. */
  private addFound(way: FoundWay | undefined): void {
    const known = this.sites.positions.length;
    if (!way || way.energy > this.limit + tolerance) return;
    const [from, to] = this.endsOf(way);
    if (isSame(from, to)) return;
    this.addHop(way, from, to);
    // The map does not show them, and so does not tell their passes.
    for (const { site } of [from, to]) if (site >= known) this.lookAbout(site);
  }

  private lookAbout(site: number): void {
    const position = this.sites.positions[site];
    if (position) for (const way of this.finder.around(position)) this.addFound(way);
  }

  /** Whether hops below an energy lead from one site to another. */
  private isConnected(from: PlacedSite, to: PlacedSite, below: number): boolean {
    const reached = new Set([placeKey(from)]);
    const queue = [from];
    for (const place of queue) {
      if (isSame(place, to)) return true;
      for (const next of this.neighbours(place, below))
        if (!reached.has(placeKey(next))) {
          reached.add(placeKey(next));
          if (next.cells.every((cell, axis) => Math.abs(cell - (from.cells[axis] ?? 0)) <= farthest))
            queue.push(next);
        }
    }
    return false;
  }

  private neighbours({ site, cells }: PlacedSite, below: number): PlacedSite[] {
    return (this.ways.get(site) ?? [])
      .filter(({ energy }) => energy <= below)
      .map(({ to }) => ({ site: to.site, cells: sum(cells, to.cells) }));
  }

  private addWay(from: number, to: PlacedSite, energy: number): void {
    const ways = this.ways.get(from) ?? [];
    ways.push({ to, energy });
    this.ways.set(from, ways);
  }

  private endsOf({ places, energies }: FoundWay): readonly [PlacedSite, PlacedSite] {
    return [
      this.sites.findOrAdd(places[0] ?? [0, 0, 0], energies[0] ?? 0),
      this.sites.findOrAdd(places.at(-1) ?? [0, 0, 0], energies.at(-1) ?? 0),
    ];
  }

  /** Adds a way and all its images, unless its sites have a hop already. */
  private addHop(way: FoundWay, from: PlacedSite, to: PlacedSite): void {
    if (this.known.has(pairKey(from, to))) return;
    const images = this.images(from, to);
    const origin = cellsBetween(this.sites.positions[from.site] ?? [0, 0, 0], way.places[0] ?? [0, 0, 0]);
    const hop = this.hops.push({
      ...way,
      ...{ from: from.site, to: to.site, cells: difference(to.cells, from.cells) },
      saddle: difference(way.saddle, origin),
      places: way.places.map((place) => difference(place, origin)),
      multiplicity: images.length,
    });
    for (const image of images) {
      const { from, to, cells } = image;
      this.connections.push({ ...image, hop: hop - 1 });
      this.addWay(from, { site: to, cells }, way.energy);
      this.addWay(to, { site: from, cells: difference([0, 0, 0], cells) }, way.energy);
    }
    this.addImages(this.known, from, to);
  }

  /** The different ways that symmetry makes of one. */
  private images(from: PlacedSite, to: PlacedSite): Omit<Connection, "hop">[] {
    const found = new Map<string, Omit<Connection, "hop">>();
    for (const operation of this.framework.operations) {
      const [start, end] = [this.sites.image(operation, from), this.sites.image(operation, to)];
      if (!start || !end || found.has(pairKey(start, end))) continue;
      const cells = difference(end.cells, start.cells);
      found.set(pairKey(start, end), { from: start.site, to: end.site, cells, operation });
    }
    return [...found.values()];
  }

  private addImages(pairs: Set<string>, from: PlacedSite, to: PlacedSite): void {
    for (const operation of this.framework.operations) {
      const [start, end] = [this.sites.image(operation, from), this.sites.image(operation, to)];
      if (start && end) pairs.add(pairKey(start, end));
    }
  }

  network(structure: Structure): Network {
    const { positions, energies, orbits } = this.sites;
    const ranks = orbitRanks(energies, orbits);
    const resting = restingIons(structure, this.framework.ion, positions);
    const sites = positions.map((position, i) => ({
      position,
      energy: energies[i] ?? 0,
      orbit: ranks.get(orbits[i] ?? 0) ?? 0,
      occupiedBy: resting[i]?.label,
    }));
    return { sites, hops: this.hops, connections: this.connections };
  }
}

const isSame = (one: PlacedSite, other: PlacedSite) =>
  one.site === other.site && one.cells.every((cell, axis) => cell === other.cells[axis]);

/** Tells pairs of sites apart, wherever they are and whichever comes first. */
function pairKey(one: PlacedSite, other: PlacedSite): string {
  const there = `${one.site} ${other.site} ${difference(other.cells, one.cells).join(" ")}`;
  const back = `${other.site} ${one.site} ${difference(one.cells, other.cells).join(" ")}`;
  return there < back ? there : back;
}

/** A number for each orbit of sites, the lowest in energy first. */
function orbitRanks(energies: readonly number[], orbits: readonly number[]): ReadonlyMap<number, number> {
  const lowest = new Map(orbits.map((orbit, i) => [orbit, energies[i] ?? 0]));
  const sorted = [...lowest].sort(([, one], [, other]) => one - other);
  return new Map(sorted.map(([orbit], rank) => [orbit, rank]));
}
