/** Commands on lists of predictions. */
export { registerGather } from "./gather";
export { registerMerge } from "./merge";
export { registerScreen } from "./screen";
export { registerSubmit } from "./submit";
