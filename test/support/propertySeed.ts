import fc from "fast-check";

/**
 * Property tests draw the same examples on every run, so that one checkout has one verdict. `PROPERTY_SEED` names other
 * ones; `PROPERTY_SEED=random` draws new ones each time.
 */
const seed = process.env["PROPERTY_SEED"] ?? "20260101";
if (seed !== "random") fc.configureGlobal({ seed: Number(seed) });
