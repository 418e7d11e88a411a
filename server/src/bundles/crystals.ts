// All that computes with crystals, in one file of dist/: only those of its modules run that a command or a thread asks for.
export const crystalCommands = () => import("../cli/crystalCommands");
export const modelCommands = () => import("../cli/modelCommands");
export const analysisThread = () => import("../language/analysisWorker");
export const pathsThread = () => import("../language/pathsWorker");
export const screeningsThread = () => import("../language/screeningThreadMain");
export const screeningThread = () => import("../screening/screeningWorker");
export const clusteringsThread = () => import("../language/clusters/clustersThreadMain");
export const clusteringThread = () => import("../language/clusters/clusterWorker");
export const describingThread = () => import("../cli/describeWorker");
export const tuningThread = () => import("../cli/tuneWorker");
