/** The types of Chart.js that figures are made of. */
export type Drawn = "scatter" | "bar";
