import type { ThreadName } from "./screening/threads";

// The script of all threads.
const crystals = () => import("./bundles/crystals");
const impedance = () => import("./bundles/impedance");

const threads: Readonly<Record<ThreadName, () => Promise<unknown>>> = {
  analysis: async () => (await crystals()).analysisThread(),
  impedance: async () => (await impedance()).impedanceThread(),
  paths: async () => (await crystals()).pathsThread(),
  screenings: async () => (await crystals()).screeningsThread(),
  screening: async () => (await crystals()).screeningThread(),
  clusterings: async () => (await crystals()).clusteringsThread(),
  clustering: async () => (await crystals()).clusteringThread(),
  describing: async () => (await crystals()).describingThread(),
  tuning: async () => (await crystals()).tuningThread(),
};

const start = new Map(Object.entries(threads)).get(process.argv[2] ?? "");
if (!start) throw new TypeError("the thread was started without a name");
await start();
