/** Commands on crystals and the paths of ions in them, which need no model. */
export { registerBvse } from "./bvse";
export { registerDescribe } from "./describe";
export { registerMatch } from "./match";
export { registerNeb } from "./neb";
export { registerNebResults } from "./nebResults";
export { registerOrder } from "./order";
export { registerSimplify } from "./simplify";
export { registerStructure } from "./structure";
