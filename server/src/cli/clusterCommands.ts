/** Commands that cluster compounds. */
export { registerCluster } from "./cluster";
export { registerRepresentations } from "./representations";
