/** Commands on the paths of mobile ions. */
export { registerBvse } from "./bvse";
export { registerNeb } from "./neb";
export { registerNebResults } from "./nebResults";
