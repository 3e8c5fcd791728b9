import { offerColumn } from '@clv/contracts';
import { readNumbers } from '@clv/table';

import type { Columns } from '../block/block.js';
import type { Appraisal, HeldOut } from '../engine/policy/appraise.js';
import type { Scorer } from '../engine/policy/scorer.js';

/**
 * What is known of a customer from models that had not seen their outcome: the chance of leaving stands in the results, and
 * the effects of offers are those by which the expected values came about. An expected value is linear in the chance of
 * staying, so any two tell the line on which it lies.
 *
 * @param result the customer's row of the results, as columns of one cell.
 * @param appraise what comes of the customer if this were known.
 */
export async function toldEffects(
  result: Columns,
  { offers, uplift }: Scorer,
  appraise: (known: HeldOut) => Promise<Appraisal>,
): Promise<HeldOut> {
  const rows = Int32Array.of(0);
  const pChurn = readNumbers(result, 'p_churn');
  if (uplift === undefined) return { rows, pChurn };
  const withEffect = (effect: Float64Array): HeldOut => ({
    rows,
    pChurn,
    effect,
    effectError: new Float64Array(offers.length),
  });
  const valuesWith = async (effect: number) =>
    (await appraise(withEffect(new Float64Array(offers.length).fill(effect)))).values;
  const none = await valuesWith(0);
  // Half-way to the end that is farther off, where no chance of staying is cut.
  const some = await valuesWith(pChurn[0] > 0.5 ? pChurn[0] / 2 : (pChurn[0] - 1) / 2);
  return withEffect(
    Float64Array.from(offers, ({ id }, o) => {
      const value = readNumbers(result, offerColumn(id))[0];
      const slope = (some.value[o] - none.value[o]) / (some.pStay[o] - none.pStay[o]);
      const effect = (value - none.value[o]) / slope;
      return Number.isFinite(effect) ? effect : 0;
    }),
  );
}
