/** Bond-valence parameters of one paper. */
export interface BondValenceFit {
  readonly source: string;
  /**
   * Bonds of a cation with its state, `*` for all states, and an anion; then R0 and, where it is not 0.37, b, in angstrom.
   */
  readonly bonds: string;
}

/**
 * Parameters that single papers fitted, b often with them, for bonds that {@link bondValenceTable} lacks or has from older
 * fits. Other programs compute the global instability index with these. Which paper goes first for a bond, and what it
 * found, is as I. D. Brown's accumulated list (2020) cites it; private communications are left out.
 */
export const bondValenceFits: readonly BondValenceFit[] = [
  {
    source: "Zachariasen, J. Less-Common Met. 62, 1 (1978)",
    bonds: `
      Ac3-Br 2.75 0.40, Ce3-I 2.87 0.40, Dy3-Br 2.53 0.40, Dy3-I 2.76 0.40, Er3-Br 2.51 0.40, Er3-I 2.75 0.40,
      Eu3-Br 2.57 0.40, Eu3-I 2.79 0.40, Gd3-Br 2.56 0.40, Gd3-I 2.78 0.40, Ho3-Br 2.52 0.40, Ho3-I 2.76 0.40,
      La3-F 2.02 0.40, Pm3-F 1.96 0.40, Pm3-Cl 2.45 0.40, Pm3-Br 2.59 0.40, Sm3-F 1.94 0.40, Np3-F 2.00 0.40,
      Np3-Cl 2.48 0.40, Np3-Br 2.62 0.40, Np3-I 2.85 0.40, Np4-Cl 2.46 0.40, Np5-F 1.97 0.40, Np5-Cl 2.42 0.40,
      Np6-F 1.97 0.40, Pa4-O 2.15 0.35, Pa4-F 2.02 0.40, Pa4-Cl 2.49 0.40, Pa4-Br 2.66 0.40, Pa5-Cl 2.45 0.40,
      Pa5-Br 2.58 0.40, Pu3-Br 2.60 0.40, Pu3-I 2.84 0.40, Pu4-O 2.09 0.35, Pu4-F 1.97 0.40, Pu4-Cl 2.44 0.40,
      Pu5-F 1.96 0.40, Pu6-O 2.06 0.35, Pu6-F 1.96 0.40, Pu7-O 2.05 0.35, U3-F 2.02 0.40, U3-Cl 2.49 0.40, U3-Br 2.64 0.40,
      U3-I 2.87 0.40, U4-Cl 2.47 0.40, U4-Br 2.60 0.40, U6-F 1.98 0.40, U6-Cl 2.42 0.40`,
  },
  { source: "Brown and Altermatt, Acta Cryst. B41, 244 (1985)", bonds: "Si4-C 1.883" },
  { source: "Brese and O'Keeffe, Acta Cryst. B47, 192 (1991)", bonds: "As3-C 1.93" },
  { source: "Burns, Ewing and Hawthorne, Can. Mineral. 35, 1551 (1997)", bonds: "U6-O 2.051 0.519" },
  {
    source: "Shields, Raithby, Allen and Motherwell, Acta Cryst. B56, 455 (2000)",
    bonds: "Cu1-C 1.446, Cu2-C 1.72, Cu3-C 1.84",
  },
  { source: "Krivovichev and Brown, Z. Krist. 216, 245 (2001)", bonds: "Pb2-O 1.963 0.49" },
  {
    source: "Brown, The Chemical Bond in Inorganic Chemistry (2002), for 1.05 to 1.70 Å",
    bonds: "H1-O 0.569 0.94",
  },
  { source: "Palenik, Inorg. Chem. 42, 2725 (2003)", bonds: "Sm2-O 2.116" },
  {
    source: "Adams, Moretzky and Canadell, Solid State Ionics 168, 281 (2004)",
    bonds:
      "H1-S 1.192 0.591, H1-F 0.708 0.558, Mo2-S 2.072 0.422, Mo2-Cl 2.052 0.441, Mo3-S 2.062 0.519, Mo4-Cl 2.128 0.558",
  },
  { source: "Hong, Zhou and Hu, Acta Chim. Sinica 62, 1733 (2004)", bonds: "W4-O 1.851, W5-O 1.881" },
  {
    source: "Trzesowska, Kruszynski and Bartczak, Acta Cryst. B61, 429 (2005)",
    bonds: `
      Ce*-N 2.254, Dy*-N 2.124, Er*-N 2.086, Eu*-N 2.161, Gd*-N 2.146, Ho*-N 2.118, La3-N 2.261, Lu3-N 2.046,
      Nd3-N 2.201, Pr3-N 2.215, Sm3-N 2.171, Tb3-N 2.130, Yb3-N 2.064`,
  },
  {
    source: "Wester and Hess, Inorg. Chim. Acta 358, 865 (2005)",
    bonds: "Tc3-O 1.768, Tc4-O 1.841, Tc5-O 1.859, Tc6-O 1.955, Tc7-O 1.909",
  },
  { source: "Palenik, Can. J. Chem. 84, 99 (2006)", bonds: "Cd2-Br 2.334, Cd2-I 2.525" },
  { source: "Sidey, Acta Cryst. B62, 949 (2006)", bonds: "Bi3-Br 2.597" },
  {
    source: "Trzesowska, Kruszynski and Bartczak, Acta Cryst. B62, 745 (2006)",
    bonds: "Ce3-S 2.602, Ce4-N 2.179, Eu3-S 2.509, Sm2-N 2.267, Yb2-O 1.989, Yb2-N 2.092",
  },
  { source: "Yu and Xue, Acta Cryst. B62, 702 (2006)", bonds: "B3-S 1.815, B3-N 1.482, B3-P 1.920" },
  { source: "Henke, Z. Krist. 222, 477 (2007)", bonds: "Nb4-N 2.004" },
  { source: "Hu, Acta Phys.-Chim. Sin. 23, 786 (2007)", bonds: "Pb2-Br 2.598 0.40" },
  { source: "Majerz and Olovsson, Acta Cryst. B63, 650 (2007)", bonds: "H1-N 1.014 0.413" },
  { source: "Malcherek and Schlüter, Acta Cryst. B63, 157 (2007)", bonds: "H1-Cl 1.336 0.53" },
  { source: "Mills, Christy, Chen and Raudsepp, Z. Krist. 224, 423 (2009)", bonds: "Sb5-O 1.904 0.430" },
  {
    source: "Sidey, Acta Cryst. B65, 99 (2009)",
    bonds: "I5-O 1.990 0.44, Sn2-O 1.849 0.50, Te4-O 1.955 0.44",
  },
  { source: "Sidey, Zubaka, Stercho and Peresh, Chem. Met. Alloys 3, 108 (2010)", bonds: "Te4-I 2.782" },
  { source: "Palenik and Hu, Chinese J. Struct. Chem. 30, 1820 (2011)", bonds: "Tl1-N 2.286, Tl3-N 2.014" },
  {
    source: "Hu, Xie and Palenik, Acta Phys.-Chim. Sin. 28, 19 (2012)",
    bonds: `
      Sn2-Se 2.476, Sn2-Te 2.747, Sn2-Br 2.500, Sn2-I 2.752, Sn2-N 2.046, Sn2-P 2.488, Sn2-As 2.585, Sn2-C 2.077, Sn4-Se 2.524,
      Sn4-Br 2.444, Sn4-I 2.700, Sn4-N 2.024`,
  },
  {
    source: "Krivovichev, Z. Krist. 227, 575 (2012)",
    bonds: `
      Bi3-O 1.990 0.48, Cu2-O 1.679 0.36, Hg2-O 1.924 0.38, La3-O 2.086 0.45, Nd3-O 2.021 0.46, Sb3-O 1.885 0.53,
      Y3-O 2.028 0.35`,
  },
  { source: "Mills and Christy, Acta Cryst. B69, 145 (2013)", bonds: "Te4-Cl 2.312 0.56" },
  {
    source: "Gagné and Hawthorne, Acta Cryst. B71, 562 (2015)",
    bonds: `
      Br5-O 1.890 0.571, Cl3-O 1.722, Cl5-O 1.703 0.428, Co4-O 1.729 0.358, Cr2-O 1.761 0.350, Cr4-O 1.783 0.410,
      Ir3-O 1.755 0.414, Ir4-O 1.909 0.258, Mn5-O 1.781 0.375, Mn6-O 1.814 0.375, Mn7-O 1.819 0.375,
      Nb4-O 1.853 0.479, Ni4-O 1.734 0.335, Np5-O 2.036 0.411, Np6-O 2.022 0.523, Np7-O 2.076 0.477,
      Os5-O 1.870 0.485, Os6-O 1.904 0.375, Os7-O 1.937 0.349, Os8-O 1.966 0.405, P3-O 1.655 0.399,
      Pd4-O 1.856 0.352, Re5-O 1.834 0.557, Re7-O 1.943 0.406, Rh4-O 1.836 0.422, Ru4-O 1.833 0.366,
      Tb4-O 2.018 0.395, Ti3-O 1.654 0.545`,
  },
  { source: "Czerwinska, Madura and Zachara, Acta Cryst. B72, 241 (2016)", bonds: "B3-C 1.569 0.28" },
  {
    source: "Zheng et al., Acta Cryst. D73, 316 (2017)",
    bonds: "Ca2-Br 2.51, Fe2-Br 2.21, Fe3-Br 2.23",
  },
  { source: "Sidey and Shteyfan, J. Phys. Chem. Solids 103, 73 (2017)", bonds: "P5-S 2.125" },
];
