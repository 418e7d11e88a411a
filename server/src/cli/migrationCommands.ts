/** Commands on the paths of mobile ions. */
export { registerBvse } from "./bvse";
