import type { PathsPicture, PictureBarriers } from "../protocol/migration";

/** Where barriers were found: a data block of one version of a document. */
interface BarriersPlace {
  readonly uri: string;
  readonly version: number;
  /** Its code. */
  readonly block: string;
}

export interface FoundBarriers {
  readonly ion: string;
  readonly barriers: PictureBarriers;
}

/** The barriers that were found for documents as they are now. */
export class KnownBarriers {
  private readonly documents = new Map<string, { version: number; blocks: Map<string, FoundBarriers> }>();

  /** @param changed told when there are new ones. */
  constructor(private readonly changed: () => void) {}

  keep({ uri, version, block }: BarriersPlace, { ion, barriers }: PathsPicture): void {
    const known = this.documents.get(uri);
    const blocks = known?.version === version ? known.blocks : new Map<string, FoundBarriers>();
    blocks.set(block.toLowerCase(), { ion, barriers });
    this.documents.set(uri, { version, blocks });
    this.changed();
  }

  get({ uri, version, block }: BarriersPlace): FoundBarriers | undefined {
    const known = this.documents.get(uri);
    return known?.version === version ? known.blocks.get(block.toLowerCase()) : undefined;
  }

  forget(uri: string): void {
    this.documents.delete(uri);
  }
}
