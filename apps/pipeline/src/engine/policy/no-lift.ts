import type { CheckedOffer } from '@clv/prescribe';

import { inARow } from '../../wording/in-a-row.js';

/** What is said of offers that are expected to keep nobody: a user who forgot to state a lift would wonder about a gain of 0. */
export function noLiftNotices(offers: readonly CheckedOffer[], isLearned: boolean): string[] {
  const idle = offers.filter(
    ({ id, lift, response }) => id !== 'none' && lift === 0 && (response === 'sensitivity' || !isLearned),
  );
  if (idle.length === 0) return [];
  const names = inARow(idle.map(({ label }) => label));
  const it = idle.length === 1 ? 'it' : 'them';
  return [`${names}: no lift is stated, so nobody is thought to stay for ${it}, and nobody gets ${it}.`];
}
