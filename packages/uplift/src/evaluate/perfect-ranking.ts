/**
 * The effect of each customer in the best order that the outcomes allow: of Qini, offered and came, then those without an
 * outcome, then came without an offer.
 */
export function perfectForQini(
  outcome: ArrayLike<number>,
  treated: ArrayLike<number | boolean>,
): Float64Array {
  return Float64Array.from(outcome, (value, i) => (treated[i] ? value : -value));
}

/** The same of the uplift curve, as scikit-uplift defines it: of outcomes that are 0 or 1. */
export function perfectForUplift(
  outcome: ArrayLike<number>,
  treated: ArrayLike<number | boolean>,
): Float64Array {
  let [cameAnyway, offeredInVain] = [0, 0];
  for (let i = 0; i < outcome.length; i++) {
    if (outcome[i] === 1 && !treated[i]) cameAnyway++;
    if (outcome[i] === 0 && treated[i]) offeredInVain++;
  }
  const byOutcome = cameAnyway > offeredInVain;
  return Float64Array.from(outcome, (value, i) => {
    const offered = +treated[i];
    return 2 * +(value === offered) + (byOutcome ? value : offered);
  });
}
