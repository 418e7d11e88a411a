// All that computes with impedance spectra, in one file of dist/ as what computes with crystals.
export const impedanceCommands = () => import("../cli/impedanceCommands");
export const impedanceThread = () => import("../language/impedanceWorker");
