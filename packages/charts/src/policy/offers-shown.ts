/** Up to this many offers are shown one by one, whether anybody gets them or not. */
const most = 20;
/** Of more, this many that do best when everyone gets them represent the others. */
const bestForAll = 3;

/** The offers to show: of more than a chart holds only those that somebody gets. */
export const offersShown = <Offer extends { offer: string; customers: number }>(
  offers: readonly Offer[],
): readonly Offer[] =>
  offers.length <= most ? offers : offers.filter(({ offer, customers }) => offer === 'none' || customers > 0);

/** The policies to show: of more than a chart holds only the best of those that give everyone one offer. */
export function policiesShown<Policy extends { policy: string; gain: { value: number } }>(
  policies: readonly Policy[],
): readonly Policy[] {
  if (policies.length <= most) return policies;
  const forAll = policies.filter(({ policy }) => policy.startsWith('everyone_'));
  const best = forAll.toSorted((one, other) => other.gain.value - one.gain.value).slice(0, bestForAll);
  return policies.filter((each) => !forAll.includes(each) || best.includes(each));
}
