/**
 * Every element by its place on the modified Pettifor scale, from 0: elements that replace each other in crystals are
 * neighbours (Glawe et al., New J. Phys. 18, 093011 (2016), figure 3).
 */
const scale = (
  "He Ne Ar Kr Xe Rn Fr Cs Rb K Na Li Ra Ba Sr Ca Eu Yb Lu Tm Y Er Ho Dy Tb Gd Sm Pm Nd Pr Ce La " +
  "Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr Sc Zr Hf Ti Ta Nb V Cr Mo W Re Tc Os Ru Ir Rh Pt Pd Au Ag Cu " +
  "Ni Co Fe Mn Mg Zn Cd Hg Be Al Ga In Tl Pb Sn Ge Si B C N P As Sb Bi Po Te Se S O At I Br Cl F H"
).split(" ");

const places = new Map(scale.map((element, place) => [element, place]));

/** Place of an element on the modified Pettifor scale, 0 to 102; `undefined` for what is no element. */
export function modifiedPettifor(element: string): number | undefined {
  return places.get(element);
}

/**
 * How far apart two compositions are: the least work that turns one into the other, when a whole atom's fraction moved by
 * one step on the modified Pettifor scale costs 1 (Hargreaves et al., Chem. Mater. 32, 10610 (2020)). On a line this is the
 * area between the cumulative fractions.
 *
 * @param first Amounts of the elements, in any unit; as is `second`.
 * @throws RangeError for a composition without atoms, or with a symbol that is no element.
 */
export function elementalMoverDistance(
  first: ReadonlyMap<string, number>,
  second: ReadonlyMap<string, number>,
): number {
  return distanceOnScale(fractionsOnScale(first), fractionsOnScale(second));
}

/** The distance of every two compositions, `n x n`, row by row. */
export function elementalMoverDistances(compositions: readonly ReadonlyMap<string, number>[]): Float64Array {
  const rows = compositions.map(fractionsOnScale);
  const distances = new Float64Array(rows.length * rows.length);
  for (const [i, one] of rows.entries())
    for (const [j, other] of rows.entries()) {
      if (j <= i) continue;
      const distance = distanceOnScale(one, other);
      distances[i * rows.length + j] = distance;
      distances[j * rows.length + i] = distance;
    }
  return distances;
}

function fractionsOnScale(composition: ReadonlyMap<string, number>): Float64Array {
  const total = [...composition.values()].reduce((sum, amount) => sum + amount, 0);
  if (!(total > 0)) throw new RangeError("a composition has atoms");
  const fractions = new Float64Array(scale.length);
  for (const [element, amount] of composition) {
    const place = places.get(element);
    if (place === undefined) throw new RangeError(`${element} is no element of the modified Pettifor scale`);
    fractions[place] = amount / total;
  }
  return fractions;
}

function distanceOnScale(first: Float64Array, second: Float64Array): number {
  let [cumulative, work] = [0, 0];
  for (let place = 0; place < first.length; place++) {
    cumulative += (first[place] ?? 0) - (second[place] ?? 0);
    work += Math.abs(cumulative);
  }
  return work;
}
