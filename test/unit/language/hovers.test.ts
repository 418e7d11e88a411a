import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCif } from "../../../server/src/cif/parser";
import { noOxidationStates } from "../../../server/src/crystal/structure";
import type { SiteSummary } from "../../../server/src/language/analysis";
import { blockHover } from "../../../server/src/language/blockHover";
import { closeness } from "../../../server/src/language/predictionHover";
import { embeddingStrip } from "../../../server/src/language/embeddingStrip";
import { bar, escape, siteHover } from "../../../server/src/language/siteHover";
import type { Annotation } from "../../../server/src/protocol/annotation";

const site: SiteSummary = {
  label: "Li_1*",
  rows: [],
  position: [0, 0.5, -0.25],
  multiplicity: 24,
  occupants: [
    { element: "Li", occupancy: 0.561, oxidationState: 1 },
    { element: "Al", occupancy: 0.02, oxidationState: 3 },
  ],
  wyckoff: "d",
  standardWyckoff: undefined,
  bondValenceSums: [0.93, undefined],
  coordinationNumber: 3.5,
  bonds: [
    { to: "O", count: 3, shortest: 1.921, longest: 2.049 },
    { to: "S/Cl", count: 1, shortest: 2.4, longest: 2.4 },
  ],
  displacement: { isotropic: 0.0123, anisotropic: undefined },
  disorder: undefined,
  similar: { symbol: "Na", cosine: 0.874 },
  neighbours: { count: 31, radius: 5 },
  embedding: Array.from({ length: 16 }, (_, i) => (i - 8) / 8),
  simplified: [
    { as: "CAMN", occupants: [{ element: "Li", occupancy: 0.561, oxidationState: 1 }] },
    { as: "CAN", occupants: [] },
    { as: "CAMNS", occupants: [{ element: "Li", occupancy: 0.561, oxidationState: 1 }] },
    { as: "CANS", occupants: [] },
    { as: "am", occupants: [{ element: "Li", occupancy: 0.561, oxidationState: 1 }] },
    { as: "a", occupants: [] },
  ],
};

describe("hover on a site", () => {
  const text = siteHover(site, { method: "bond-valence", confidence: "high" });

  it("begins with the colours of the elements, the label as it is and the species", () => {
    const [first = ""] = text.split("\n");
    expect(first).toMatch(/^!\[colour of Li\]\(\S+\)!\[colour of Al\]\(\S+\) /);
    expect(first.endsWith(" **Li\\_1\\*** Li⁺, Al³⁺")).toBe(true);
  });

  it("has a row a species and one for the vacancy, which add up to 1", () => {
    const rows = [...text.matchAll(/^\| \S+ \| ([\d.]+) \| `/gm)].map(([, share]) => Number(share));
    expect(rows).toEqual([0.561, 0.02, 0.419]);
    expect(rows.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
  });

  it("has no vacancy on a full or overfull site", () => {
    for (const occupancy of [1, 1.2]) {
      const full = { ...site, occupants: [{ element: "O", occupancy, oxidationState: -2 }] };
      expect(siteHover(full, { method: "file", confidence: "high" })).not.toContain("vacancy");
    }
  });

  it("tells Wyckoff position, place, neighbours, and where oxidation states came from", () => {
    expect(text).toContain("**24d**, 24 sites in the cell, at (0.0000, 0.5000, −0.2500)");
    expect(text).toContain("31 neighbours within 5 Å");
    expect(text).toContain("bond valence sums); confidence high");
    expect(siteHover(site, { method: "user", confidence: "high" })).not.toContain("confidence");
  });

  it("tells the letter of the standard cell apart, where the structure is in another", () => {
    const listed = { ...site, multiplicity: 1, wyckoff: undefined, standardWyckoff: "a" };
    expect(siteHover(listed, noOxidationStates)).toContain(
      "**1**, 1 site in the cell, at (0.0000, 0.5000, −0.2500); Wyckoff letter a in the standard cell",
    );
  });

  it("tells whom the site is bonded to, how far, and how strongly beside its charge", () => {
    expect(text).toContain("coordination 3.5: 3 × O at 1.92–2.05 Å, 1 × S/Cl at 2.40 Å");
    expect(text).toMatch(/^\| Li⁺ \| 0.561 \| `[^`]*` \| \+0.93 \|$/m);
    expect(text).toMatch(/^\| Al³⁺ .* \| – \|$/m);
    expect(siteHover({ ...site, bonds: [] }, noOxidationStates)).toContain("no bonds found");
  });

  it("tells displacement parameters with their unit", () => {
    expect(text).toContain("displacement U = 0.0123 Å²");
    const anisotropic = [0.01, 0.02, 0.03, 0, 0, 0] as const;
    const ellipsoid = { ...site, displacement: { isotropic: undefined, anisotropic } };
    expect(siteHover(ellipsoid, noOxidationStates)).toContain("U₁₁, U₂₂, U₃₃ = 0.0100, 0.0200, 0.0300 Å²");
  });

  it("tells the disorder group, with its assembly where there is one", () => {
    expect(text).not.toContain("disorder group");
    const inGroup = (assembly: string) =>
      siteHover({ ...site, disorder: { assembly, group: "2" } }, noOxidationStates);
    expect(inGroup("A")).toContain("- disorder group 2 of assembly A: not there together with another group");
    expect(inGroup("")).toContain("- disorder group 2: not there together with another group");
  });

  it("tells what each simplification makes of the site, and which one the model reads", () => {
    expect(text).toContain("| CAMN | CAN | **CAMNS** | CANS | AM | A |");
    expect(text).toContain("| Li 0.561 | – | Li 0.561 | – | Li 0.561 | – |");
  });

  it("shows the embedding as a picture with its numbers as text", () => {
    const [, alt = "", url = ""] = /!\[(Embedding[^\]]*)\]\(([^)]*)\)/.exec(text) ?? [];
    expect(alt.match(/−?\d\.\d\d/g)).toHaveLength(16);
    expect(url).toBe(embeddingStrip(site.embedding ?? []));
    expect(text).toContain("0.561 × Li + 0.02 × Al");
    expect(text).toContain("most like Na (cosine 0.87)");
  });

  it("says without a model nothing of neighbours and embedding", () => {
    const bare = siteHover(
      { ...site, neighbours: undefined, embedding: undefined, similar: undefined },
      noOxidationStates,
    );
    expect(bare).not.toMatch(/neighbour|mbedding/);
  });
});

describe("hover on the header of a block", () => {
  const [block] = parseCif("data_LLZ_O\n_space_group_IT_number 230\n").blocks;
  if (!block) throw new Error("no block");
  const annotation: Annotation = {
    block: "LLZ_O",
    formula: "Li7La3Zr2O12",
    ordered: false,
    pSi: 0.47,
    deviation: 0.18,
    dTraining: 0.6,
    nearest: { id: "a", formula: "Li3N", conductivity: 5.8e-4, doi: "10.1000/a(1)|10.1000/b" },
    conductivity: null,
    influences: [],
    caution: null,
    bandGap: null,
    model: "AtomSets",
    simplification: "CAMNS",
  };
  const analysis = {
    code: "LLZ_O",
    headerRange: block.headerRange,
    structure: undefined,
    annotation,
    refusal: undefined,
  };

  it("links every DOI of the nearest compound", () => {
    const text = blockHover(block, analysis, undefined);
    expect(text).toContain("(https://doi.org/10.1000/a%281%29)");
    expect(text).toContain("(https://doi.org/10.1000/b)");
  });

  it("says where the members of the ensemble do not agree on the verdict, and only there", () => {
    const sure = { ...analysis, annotation: { ...annotation, pSi: 0.9 } };
    expect(blockHover(block, analysis, undefined)).toContain("do not agree");
    expect(blockHover(block, sure, undefined)).not.toContain("do not agree");
  });

  it("tells the expected conductivity with its interval, what counts, and where to take care", () => {
    const told = blockHover(
      block,
      {
        ...analysis,
        annotation: {
          ...annotation,
          conductivity: { value: 1.2e-3, interval: [2e-4, 7.1e-3] },
          influences: [{ property: "shortest Li-Li distance (Å)", value: 1.5321, usual: 3, effect: -0.84 }],
          caution: "no compound of bismuth was measured.",
        },
      },
      undefined,
    );
    expect(told).toContain("**1.2e-3 S/cm**");
    expect(told).toContain("between 2.0e-4 S/cm and 7.1e-3 S/cm");
    expect(told).toContain("| shortest Li-Li distance (Å) | 1.53 | 3 | −0.8 |");
    expect(told).toContain("no compound of bismuth was measured");
  });

  it("says nothing of conductivity and influences where the model only classifies", () => {
    expect(blockHover(block, analysis, undefined)).not.toMatch(/Expected|decades|Take care/);
  });

  it("gives the space group as the file has it, and a name that is no markdown", () => {
    expect(blockHover(block, analysis, undefined).split("\n")[0]).toBe("**data\\_LLZ\\_O**, space group 230");
  });

  it("says why there is no prediction, or that it is on its way", () => {
    const refused = { ...analysis, annotation: undefined, refusal: "No lithium." };
    expect(blockHover(block, refused, undefined)).toContain("No lithium");
    expect(blockHover(block, undefined, "Being analysed.")).toContain("Being analysed.");
    expect(blockHover(block, undefined, undefined)).toContain("no crystal structure");
  });
});

describe("occupancy bar", () => {
  it("has ten cells, is empty only at 0 and full only from 1 on", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 2, noNaN: true }), (occupancy) => {
        const drawn = bar(occupancy);
        expect(drawn).toHaveLength(10);
        expect(drawn === "··········").toBe(occupancy === 0);
        if (occupancy < 0.99) expect(drawn).not.toBe("██████████");
        if (occupancy >= 1) expect(drawn).toBe("██████████");
      }),
    );
  });
});

describe("embedding strip", () => {
  it("is a well-formed picture with a cell a number, whatever the numbers", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 32 }),
        (numbers) => {
          const [head, body = ""] = embeddingStrip(numbers).split(",");
          const svg = Buffer.from(body, "base64").toString();
          expect(head).toBe("data:image/svg+xml;base64");
          expect(svg.match(/fill-opacity="(0\.\d{3}|1\.000)"/g)).toHaveLength(numbers.length);
          expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*>(<rect[^>]*\/>)+<\/svg>$/);
        },
      ),
    );
  });
});

describe("words", () => {
  it("take a distance to training from twin to stranger", () => {
    const said = [0.05, 0.5, 1.5, 2.5].map(closeness);
    expect(new Set(said).size).toBe(4);
    expect(said[0]).toContain("twin");
    expect(said[3]).toContain("far");
  });

  it("leave no markdown sign of a label unescaped", () => {
    expect(escape("Li_1*[a](b)`<i>")).toBe("Li\\_1\\*\\[a\\]\\(b\\)\\`\\<i\\>");
  });
});
