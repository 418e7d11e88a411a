import type { Structure } from "../crystal/structure";
import type { FreeSpheres } from "../crystal/voronoi/freeSpheres";
import type { Migration } from "../migration/migration";

/** What is known of a structure. */
export interface FoundMigration {
  readonly block: string;
  readonly migration: Migration;
  /** `undefined` where they were not found. */
  readonly spheres: FreeSpheres | undefined;
  readonly structure: Structure;
  readonly seconds: number;
}
