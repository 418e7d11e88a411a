/** Commands on crystals, which need no model. */
export { registerDescribe } from "./describe";
export { registerMatch } from "./match";
export { registerOrder } from "./order";
export { registerSimplify } from "./simplify";
export { registerStructure } from "./structure";
