/** Commands that use models, train them and judge them, and those on lists of what they say. */
export { registerAnnotate } from "./annotate";
export { registerElmd } from "./elmd";
export { registerEvaluate } from "./evaluate";
export { registerFeatures } from "./features";
export { registerGather } from "./gather";
export { registerMerge } from "./merge";
export { registerMetrics } from "./metrics";
export { registerScreen } from "./screen";
export { registerSubmit } from "./submit";
export { registerTrain } from "./train";
export { registerTune } from "./tune";
