/** Commands that train models and judge them. */
export { registerElmd } from "./elmd";
export { registerEvaluate } from "./evaluate";
export { registerMetrics } from "./metrics";
export { registerTrain } from "./train";
export { registerTune } from "./tune";
