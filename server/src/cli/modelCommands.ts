/** Commands that use models, train them and judge them, those on lists of what they say, and clustering. */
export { registerAnnotate } from "./annotate";
export { registerCluster } from "./cluster";
export { registerElmd } from "./elmd";
export { registerEvaluate } from "./evaluate";
export { registerFeatures } from "./features";
export { registerGather } from "./gather";
export { registerMerge } from "./merge";
export { registerMetrics } from "./metrics";
export { registerRepresentations } from "./representations";
export { registerScreen } from "./screen";
export { registerSubmit } from "./submit";
export { registerTrain } from "./train";
export { registerTune } from "./tune";
