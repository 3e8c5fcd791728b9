import { stripVTControlCharacters } from 'node:util';

import type { CampaignEffect, Estimate } from '@clv/prescribe';

import { measurementText } from './measurement-text.js';

/** The first line on a campaign of those figures. */
function headline(retained: Estimate, netValue?: Estimate): string {
  const overall: CampaignEffect = {
    treated: 236,
    heldOut: 57,
    retention: retained,
    retained,
    spend: 1350,
    ...(netValue && { netValue, roi: netValue }),
    forecast: [],
  };
  const text = measurementText({
    format: 'clv-measurement',
    version: 1,
    run: 'out',
    outcomes: 'outcomes.csv',
    currency: 'USD',
    customers: 293,
    measured: 293,
    overall,
    offers: [],
    segments: [],
    notices: [],
  });
  return stripVTControlCharacters(text).split('\n')[0];
}

const sure = (value: number): Estimate => ({ value, low: value - 1, high: value + 1 });
const unsure = (value: number): Estimate => ({ value, low: -9000, high: 9000 });

describe('measurementText', () => {
  it('says what a campaign won only where chance does not explain it', () => {
    expect(headline(sure(39), sure(4000))).toBe(
      'The campaign kept 39 customers who would have left. It cost $1.35K and won $4.00K net.',
    );
    expect(headline(sure(-39), sure(-4000))).toBe(
      'The campaign lost 39 customers who would have stayed. It cost $1.35K and lost $4.00K net.',
    );
    expect(headline(sure(39), unsure(4000))).toBe(
      'The campaign kept 39 customers who would have left. It cost $1.35K; whether it paid cannot be told from chance.',
    );
    expect(headline(unsure(-11), unsure(-4170))).toBe(
      'Whether the campaign kept anyone cannot be told from chance. It cost $1.35K; whether it paid cannot be told from chance.',
    );
    expect(headline(unsure(-11))).toBe(
      'Whether the campaign kept anyone cannot be told from chance. It cost $1.35K.',
    );
  });
});
