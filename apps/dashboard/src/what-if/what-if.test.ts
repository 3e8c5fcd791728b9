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

  it('names what a scenario lacks', () => {
    const { columns, summary } = madeUpRun(20);
    const run = ClvData.fromTable(table(columns), summary, readTerms(madeUpRecord));
    const whatIf = run.whatIf!;
    const { scenario } = whatIf;
    for (const [part, fault] of [
      [{}, 'scenario.offers is missing'],
      [{ ...scenario, offers: [{ label: '5%' }] }, 'scenario.offers[0].id is missing'],
      [{ ...scenario, budget: '5' }, 'scenario.budget must be a finite number'],
      [{ ...scenario, horizonMonths: undefined }, 'scenario.horizonMonths is missing'],
      [undefined, 'scenario is missing'],
    ] as const)
      expect(() => whatIf.ask(part as never)).toThrow(fault);
    expect(() => run.restore({ scenario: {} as never })).toThrow('scenario.offers is missing');
    expect(whatIf.scenario).toBe(scenario);
  });
});
