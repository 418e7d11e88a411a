import type { Exported } from "../../../../media/src/impedance/exported";
import { noChoices } from "../../../../media/src/impedance/choices";
import type { AnalysedSpectrum } from "../../../../server/src/protocol/impedanceAnalysis";
import type { ArrheniusLine } from "../../../../server/src/protocol/arrhenius";
import type { ReadSpectrum } from "../../../../server/src/protocol/impedanceFiles";
import type { AnalysedPolarisation, ReadPolarisation } from "../../../../server/src/protocol/polarisation";

const estimate = (value: number, standardError: number | null = null) => ({ value, standardError });

export const spectrum: ReadSpectrum = {
  id: "a#0",
  file: "/data/a_25C.mpt",
  loop: 0,
  name: "a_25C.mpt",
  temperatureC: 25,
  temperatureSource: "name",
  cell: "/data/pellet.superion.json",
  cellConstant: { value: 0.15, uncertainty: 0 },
  frequencies: [1000, 100, 10],
  zRe: [30, 40, 40],
  zIm: [-40, -30, -300],
};

const analysis: AnalysedSpectrum = {
  kind: "analysed",
  tail: null,
  circuit: {
    circuit: "R0-p(R1,CPE1)",
    parameters: [
      { name: "R0", unit: "Ω", ...estimate(50, 1), process: "bulk | or leads", capacitance: null },
    ],
    correlation: [[1]],
    chi2: 0.01,
    chi2Reduced: null,
    resistanceTotal: estimate(50, 1),
    conductivity: { total: estimate(3e-3, 6e-5), bulk: null, grainBoundary: null },
    alternatives: [],
    curve: { frequencies: [1000, 10], zRe: [30, 40], zIm: [-40, -300] },
    residuals: { points: [0, 1, 2], re: [1, 0, -1], im: [2, 0, -2] },
  },
  problems: [{ severity: "warning", message: "The arc is not resolved." }],
};

export const line: ArrheniusLine = {
  cell: "pellet",
  points: 3,
  activationEnergy: estimate(0.331, 0.001),
  activationEnergyInterval: [0.32, 0.34],
  activationEnergyKilojoulePerMole: estimate(31.94, 0.1),
  prefactor: 4e4,
  lnPrefactor: estimate(10.6, 0.04),
  conductivity25: estimate(3.6e-4, 2e-6),
  conductivity25Interval: [3.5e-4, 3.7e-4],
  conductivity25Source: "extrapolated",
  r2: 0.9999,
  line: [[3, 1]],
  band: [],
  kink: null,
};

const polarisation: ReadPolarisation = {
  file: "/data/a_25C_dc.csv",
  name: "a_25C_dc.csv",
  temperatureC: 25,
  temperatureSource: "name",
  cell: spectrum.cell,
  cellConstant: spectrum.cellConstant,
  transients: [],
};

const direct = {
  slope: estimate(1e-8, 1e-10),
  offset: null,
  conductivity: estimate(1.5e-9, 2e-11),
  interval: [-1e-10, 3e-9],
  isUpperLimitOnly: true,
  electronicTransference: estimate(5e-7, 1e-8),
  ionicTransference: estimate(1 - 5e-7, 1e-8),
  line: [
    [0, 0],
    [1, 1e-8],
  ],
} as const;

const polarised: AnalysedPolarisation = {
  kind: "analysed",
  currents: [{ voltage: 1, ...estimate(1e-8, 1e-10) }],
  steadyFrom: null,
  withOffset: direct,
  throughOrigin: direct,
};

/** A series of one spectrum, one file that was not analysed, and one of direct currents. */
export const exported: Exported = {
  series: {
    count: 1,
    spectra: [spectrum, { ...spectrum, id: "b#0", name: "b_50C.mpt", temperatureC: 50 }],
    polarisations: [polarisation],
    cells: [
      {
        path: spectrum.cell,
        name: "pellet",
        thickness: { value: 1.2, uncertainty: 0.02, unit: "mm" },
        diameter: { value: 1, unit: "mm" },
        area: null,
        mass: null,
        density: null,
        relativeDensity: null,
        hasSizeFromFiles: false,
      },
    ],
    problems: [
      { file: spectrum.cell, severity: "warning", message: "The pellet is thicker than wide.", line: null },
    ],
  },
  choices: noChoices,
  analysisOf: (id) => (id === spectrum.id ? analysis : undefined),
  arrhenius: {
    places: [],
    lines: [line],
    replicates: null,
    problems: [],
  },
  line: { title: "Arrhenius plot", x: { label: "1000 K / T" }, y: { label: "ln" }, series: [] },
  polarised: [
    {
      read: polarisation,
      chosen: { steadyFrom: null, totalConductivity: null },
      total: undefined,
      result: polarised,
    },
  ],
};
