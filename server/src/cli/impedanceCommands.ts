/** Commands on measurements of impedance and currents. */
export { registerArrhenius } from "./arrhenius";
export { registerDc } from "./dc";
export { registerEis } from "./eis";
