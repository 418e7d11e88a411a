/** The part of jStat that statistics here need. */
declare module "jstat" {
  export const jStat: {
    readonly studentt: {
      /** The value that a variable of Student's distribution stays below with the probability `p`. */
      inv(p: number, degreesOfFreedom: number): number;
    };
    readonly centralF: {
      /** The probability that a variable of the F distribution stays below `x`. */
      cdf(x: number, numeratorFreedom: number, denominatorFreedom: number): number;
    };
  };
  const library: { readonly jStat: typeof jStat };
  export default library;
}
