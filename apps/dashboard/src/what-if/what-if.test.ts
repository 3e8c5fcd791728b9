import { table } from 'arquero';

import { madeUpRecord, madeUpRun } from '../../test/made-up-run.js';
import { ClvData } from '../clv-data.js';
import { readTerms } from '../run/run-terms.js';

describe('WhatIf', () => {
  it('says so where no worker can be started, as in Node or under a policy that forbids it, and leaves the run as it is', () => {
    const { columns, summary } = madeUpRun(20);
    const run = ClvData.fromTable(table(columns), summary, readTerms(madeUpRecord));
    const whatIf = run.whatIf!;
    expect(whatIf.fault).toMatch(
      /^the what-if worker could not be loaded: .* allowed by the page’s policy\?$/,
    );
    whatIf.ask({ ...whatIf.scenario, budget: 5 });
    whatIf.keep('thrifty');
    run.rest();
    expect(run.totals.net_gain).toBe(summary.net_gain);
  });
});
