import { readFile } from 'node:fs/promises';

import type { Page } from 'playwright-core';
import { formatCount, formatMoney } from '@clv/charts';
import { table } from 'arquero';
import { ClvData } from '../src/clv-data.js';
import { calculatorInputs } from '../src/what-if/calculator-inputs.js';
import { ScenarioCalculator } from '../src/what-if/scenario-calculator.js';
import { readTerms } from '../src/run/run-terms.js';
import type { Scenario } from '../src/run/scenario.js';
import { madeUpRecord, madeUpRun, writeRun } from './made-up-run.js';
import { type WatchedPage, closeBrowser, openRun } from './page.js';

afterAll(closeBrowser);

const run = madeUpRun(2000, 9);
const folder = writeRun(run);
const terms = readTerms(madeUpRecord)!;
const { scenario } = terms;
const data = ClvData.fromTable(table(run.columns), run.summary, terms);
const calculator = new ScenarioCalculator(calculatorInputs(data, terms));

/** What a scenario gains, calculated outside the browser. */
function gainOf(tried: Scenario): number {
  const { optimized, revalued } = calculator.calculate(tried);
  const { baseline } = revalued ?? data.recommended;
  return optimized.reduce((gain, value, i) => gain + value - baseline[i], 0);
}

const shownGain = async (page: Page) =>
  Number(await page.locator('[data-kpi="net_gain"]').getAttribute('data-value'));

async function showsGain(page: Page, gain: number): Promise<void> {
  await page.waitForFunction((wanted) => {
    const dashboard = document.querySelector('clv-dashboard')!.shadowRoot!;
    const kpi = dashboard.querySelector('clv-kpis')!.shadowRoot!.querySelector('[data-kpi="net_gain"]')!;
    return Math.abs(Number(kpi.getAttribute('data-value')) - wanted) < 1e-6 * Math.abs(wanted);
  }, gain);
}

describe('what if', () => {
  let opened: WatchedPage;
  let page: Page;
  beforeEach(async () => {
    opened = await openRun(folder);
    page = opened.page;
    await page.locator('clv-frontier svg').waitFor();
  });
  afterEach(async () => {
    const { complaints } = opened;
    await opened.close();
    expect(complaints).toEqual([]);
  });

  it('shows the run as it was until something is changed', async () => {
    expect(await shownGain(page)).toBe(run.summary.net_gain);
  });

  it('there and back, every figure is what the run had', async () => {
    const slider = page.getByLabel('Keeps, of would-be leavers, 10% discount, slider');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    // The figures stand at the run's own before the keys are answered too, so only the title tells that they were.
    await page.locator('clv-what-if h2', { hasText: /as much as the run/ }).waitFor();
    await showsGain(page, run.summary.net_gain);
    const shown = (name: string) => page.locator(`[data-kpi="${name}"]`).getAttribute('data-value');
    for (const name of ['baseline_retention_value', 'optimized_retention_value', 'roi'] as const)
      expect(Number(await shown(name))).toBeCloseTo(run.summary[name]!, 6);
  });

  it('a slider changes every figure while it moves', async () => {
    const slider = page.getByLabel('Keeps, of would-be leavers, 10% discount, slider');
    await slider.focus();
    for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowRight');
    const offers = scenario.offers.map((offer) =>
      offer.id === 'discount_10' ? { ...offer, lift: 0.5 } : offer,
    );
    await showsGain(page, gainOf({ ...scenario, offers }));
    await page.locator('clv-what-if h2', { hasText: /gain \$.* than the run/ }).waitFor();
  });

  it('the list is saved with the offers that are tried out, as it shows them', async () => {
    const budget = page.locator('clv-what-if [part="terms"]').getByLabel('Budget');
    await budget.fill('1500');
    await budget.press('Enter');
    const tried = { ...scenario, budget: 1500 };
    await showsGain(page, gainOf(tried));
    await page.getByRole('button', { name: 'Everyone' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('scenario_customers.csv');
    const [head, ...lines] = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    const names = head.replace('\ufeff', '').split(',');
    expect(names).toEqual(Object.keys(run.columns).filter((name) => !name.startsWith('ev_')));
    const saved = new Map(lines.map((line) => [line.split(',')[0], line.split(',')]));
    const { choice, cost, optimized, offers } = calculator.calculate(tried);
    (run.columns.customer_id as string[]).forEach((id, row) => {
      const cell = (name: string) => saved.get(id)![names.indexOf(name)];
      expect(cell('recommended_incentive')).toBe(offers[choice[row]].id);
      expect(Number(cell('offer_cost'))).toBeCloseTo(cost[row], 9);
      expect(Number(cell('expected_value_optimized'))).toBeCloseTo(optimized[row], 9);
    });
  });

  it('a customer whom a small budget leaves without an offer is not said to gain by none', async () => {
    await page.locator('clv-table tbody tr').first().click();
    const title = page.locator('clv-customer h2', { hasText: 'more than doing nothing' });
    await title.waitFor();
    const budget = page.locator('clv-what-if [part="terms"]').getByLabel('Budget');
    await budget.fill('0');
    await budget.press('Enter');
    await page
      .locator('clv-customer p', { hasText: 'No offer recommended (the budget does not reach this far)' })
      .waitFor();
    expect(await title.count()).toBe(0);
    await page.getByRole('button', { name: 'Reset' }).click();
    await title.waitFor();
  });

  it('an address brings a scenario back, and an invalid one is left out', async () => {
    await page.getByLabel('Budget', { exact: true }).fill('700');
    await page.keyboard.press('Tab');
    await showsGain(page, gainOf({ ...scenario, budget: 700 }));
    await page.waitForURL(/scenario=/);
    const { hash } = new URL(page.url());
    const again = await openRun(folder, { hash });
    await again.page.locator('clv-frontier svg').waitFor();
    await showsGain(again.page, gainOf({ ...scenario, budget: 700 }));
    expect(await again.page.getByLabel('Budget', { exact: true }).inputValue()).toBe('700');
    await again.page.evaluate(() => (location.hash = 'scenario={"offers":[{"id":7}],"budget":-1}'));
    await showsGain(again.page, run.summary.net_gain);
    // A run refuses a horizon that is shorter than its window.
    const short = { ...scenario, budget: 700, horizonMonths: terms.windowMonths - 1 };
    const words = {
      scenario: JSON.stringify(short),
      kept: JSON.stringify([{ name: 'Short', scenario: short }]),
    };
    await again.page.evaluate((hash) => (location.hash = hash), `${new URLSearchParams(words)}`);
    await again.page.waitForURL((url) => url.hash === '');
    expect(await again.page.getByLabel('Horizon', { exact: true }).inputValue()).toBe('12');
    expect(await again.page.locator('[data-scenario="Short"]').count()).toBe(0);
    expect(again.complaints).toEqual([]);
    await again.close();
  });

  it('an address brings kept scenarios back, calculated again, and they can be dropped', async () => {
    const kept = [
      { name: 'Thrifty', scenario: { ...scenario, budget: 500 } },
      { name: 'none', scenario: { offers: 7 } },
      { name: 'Long', scenario: { ...scenario, horizonMonths: 24 } },
    ];
    const again = await openRun(folder, { hash: `#${new URLSearchParams({ kept: JSON.stringify(kept) })}` });
    const gain = again.page.locator('[data-scenario] [data-value]');
    await gain.nth(2).waitFor();
    const shown = await gain.evaluateAll((cells) =>
      cells.map((cell) => Number(cell.getAttribute('data-value'))),
    );
    expect(shown[1]).toBeCloseTo(gainOf(kept[0].scenario as Scenario), 6);
    expect(shown[2]).toBeCloseTo(gainOf(kept[2].scenario as Scenario), 6);
    expect(await shownGain(again.page)).toBe(run.summary.net_gain);
    await again.page.getByRole('button', { name: 'Drop Long' }).click();
    expect(await gain.count()).toBe(2);
    await again.page.waitForURL(/kept=.*Thrifty/);
    expect(again.page.url()).not.toContain('Long');
    expect(again.complaints).toEqual([]);
    await again.close();
  });

  it('says that another horizon is estimated, where a run of an earlier version knew how long customers stay by their tenure', async () => {
    const note = 'Horizon: estimated, ±3%';
    const roles = { ...madeUpRecord.roles, tenure: 'tenure_months' };
    const byTenure = writeRun(run, { ...madeUpRecord, roles });
    const untold = writeRun(run, { ...madeUpRecord, roles, survival: null });
    for (const [where, months, notes] of [
      [byTenure, 24, 1],
      [byTenure, 12, 0],
      [untold, 24, 0],
      [folder, 24, 0],
    ] as const) {
      const hash = `#${new URLSearchParams({ scenario: JSON.stringify({ ...scenario, budget: 700, horizonMonths: months }) })}`;
      const opened = await openRun(where, { hash });
      await opened.page.locator('clv-frontier svg').waitFor();
      expect(await opened.page.getByText(note).count()).toBe(notes);
      await opened.close();
    }
  });

  it('a budget, a horizon and an offer more are calculated as a run would', async () => {
    await page.getByLabel('Budget', { exact: true }).fill('1000');
    await page.getByLabel('Horizon', { exact: true }).fill('24');
    await page.getByRole('button', { name: 'Add offer' }).click();
    const offers = [...scenario.offers, { id: 'offer_1', label: 'Offer 1', discount: 0.15, lift: 0.4 }];
    await showsGain(page, gainOf({ ...scenario, offers, budget: 1000, horizonMonths: 24 }));
    await page.locator('clv-offers svg text', { hasText: 'Offer 1' }).waitFor();
    await page.getByText('if nobody left, over 24 months').waitFor();
    expect(await page.locator('.facts').innerText()).toContain('value over 24 months');
    await page.getByRole('button', { name: 'Reset' }).click();
    await showsGain(page, run.summary.net_gain);
    await page.getByText('if nobody left, over 12 months').waitFor();
  });

  it('fields keep to what a run would take, and show it, also when that is what they held', async () => {
    const bounded: [string, string, string][] = [
      ['Budget', '-5', '0'],
      // A run refuses a horizon that is shorter than its window.
      ['Horizon', '1', '3'],
      ['Horizon', '500', '120'],
      ['Yearly discount rate', '300', '100'],
      ['Runs, 5% discount', '2.5', '3'],
      ['Discount, 5% discount', '180', '100'],
    ];
    for (const [label, typed, taken] of [...bounded, ...bounded]) {
      const input = page.getByLabel(label, { exact: true });
      await input.fill(typed);
      await page.keyboard.press('Tab');
      expect([label, await input.inputValue()]).toEqual([label, taken]);
    }
    const emptied = [
      ['Horizon', '120'],
      ['Yearly discount rate', '100'],
      ['Runs, 5% discount', '3'],
    ];
    for (const [label, kept] of emptied) {
      await page.getByLabel(label, { exact: true }).fill('');
      await page.keyboard.press('Tab');
      expect([label, await page.getByLabel(label, { exact: true }).inputValue()]).toEqual([label, kept]);
    }
    expect(await page.locator('clv-what-if [role="alert"]').count()).toBe(0);
    await page.waitForURL(/scenario=/);
    const again = await openRun(folder, { hash: new URL(page.url()).hash });
    await again.page.locator('clv-frontier svg').waitFor();
    expect(await again.page.getByLabel('Horizon', { exact: true }).inputValue()).toBe('120');
    await again.close();
  });

  it('a month for free can be tried out, and a contact that costs tens of thousands, as one in won does', async () => {
    for (const [label, typed] of [
      ['Discount, 10% discount', '100'],
      ['Runs, 10% discount', '1'],
      ['Costs, each, 5% discount', '20000'],
    ]) {
      await page.getByLabel(label, { exact: true }).fill(typed);
      await page.keyboard.press('Tab');
    }
    const [five, ten] = scenario.offers.filter(({ id }) => id !== 'none');
    const offers = [
      { ...five, cost: 20_000 },
      { ...ten, discount: 1, months: 1 },
    ];
    await showsGain(page, gainOf({ ...scenario, offers }));
  });

  it('a budget is read as it was meant, and written in full', async () => {
    const budget = page.getByLabel('Budget', { exact: true });
    const terms = page.locator('clv-what-if [part="terms"]');
    for (const [typed, taken, written] of [
      ['50.000', '50000', '$50,000.00'],
      ['1.500,50', '1500.5', '$1,500.50'],
      ['700', '700', '$700.00'],
      // What cannot be read is no reason to lift the limit.
      ['seven', '700', '$700.00'],
      ['1.000.000', '1000000', '$1,000,000.00'],
    ]) {
      await budget.fill(typed);
      await budget.press('Enter');
      await terms.getByText(written).waitFor();
      expect(await budget.inputValue()).toBe(taken);
    }
    await budget.fill('');
    await budget.press('Enter');
    await terms.getByText('USD').waitFor();
  });

  it('scenarios are kept by name, compared, shown again and saved for a run', async () => {
    await page.getByLabel('Budget', { exact: true }).fill('500');
    await page.keyboard.press('Tab');
    await showsGain(page, gainOf({ ...scenario, budget: 500 }));
    await page.getByLabel('Name of the scenario').fill('Thrifty');
    await page.getByRole('button', { name: 'Keep scenario' }).click();
    // The next is not called what the field does not say.
    expect(await page.getByLabel('Name of the scenario').inputValue()).toBe('');
    const kept = page.locator('[data-scenario="Thrifty"] [data-value]');
    expect(Number(await kept.getAttribute('data-value'))).toBeCloseTo(
      gainOf({ ...scenario, budget: 500 }),
      6,
    );
    await page.getByLabel('Name of the scenario').fill('Thrifty, too');
    await page.getByLabel('Name of the scenario').press('Enter');
    await page.locator('[data-scenario="Thrifty, too"]').waitFor();
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByRole('button', { name: 'Show Thrifty', exact: true }).click();
    await showsGain(page, gainOf({ ...scenario, budget: 500 }));
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save config' }).click();
    const config = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    expect(config).toMatchObject({ budget: 500, horizon_months: 12, offers: madeUpRecord.config.offers });
  });
});

it('a run without its record is shown, and says why nothing can be tried out', async () => {
  const { page, close } = await openRun(writeRun(run, null));
  await page.locator('clv-what-if [role="status"]').waitFor();
  expect(await page.locator('clv-what-if [role="status"]').innerText()).toMatch(/run\.json/);
  await close();
});

it('effects that were learned are not passed off as the stated lift', async () => {
  const note = /learned from an experiment; the number here stands for it/;
  for (const [evidence, notes] of [
    [undefined, 1],
    [{}, 0],
  ] as const) {
    const { page, close } = await openRun(writeRun(run, madeUpRecord, evidence));
    await page.locator('clv-what-if .offers').waitFor();
    expect(await page.locator('clv-what-if header p', { hasText: note }).count()).toBe(notes);
    await close();
  }
});

it('a run that holds customers out is compared, and stands in the frontier, as if it held out nobody', async () => {
  const heldOut = madeUpRun(2000, 9);
  const { columns, summary } = heldOut;
  const baseline = columns.expected_value_baseline as number[];
  const optimized = columns.expected_value_optimized as number[];
  const cost = columns.offer_cost as number[];
  const planned = summary.net_gain;
  for (let row = 0; row < 1000; row++) {
    summary.net_gain -= optimized[row] - baseline[row];
    summary.offer_spend -= cost[row];
    [columns.recommended_incentive[row], cost[row], optimized[row]] = ['none', 0, baseline[row]];
  }
  summary.holdout = { held_out: 1000, gain_forgone: planned - summary.net_gain } as never;
  const { page, complaints, close } = await openRun(writeRun(heldOut));
  await page.locator('clv-frontier svg').waitFor();
  expect(await shownGain(page)).toBe(summary.net_gain);
  const money = formatMoney(planned);
  const note = page.locator('clv-what-if p', { hasText: 'nobody were held out' });
  expect(await note.innerText()).toContain(`would gain ${money}`);
  // The charts above it say what ours gains, one by another judge: a second figure would contradict the note of what-if.
  for (const figure of ['clv-policies', 'clv-frontier'])
    expect(await page.locator(`${figure} p`, { hasText: 'nobody were held out' }).innerText()).toBe(
      'Compared as if nobody were held out',
    );
  const plot = page.locator('clv-frontier [part="plot"]');
  expect(await plot.getAttribute('aria-label')).toContain(`the policy in sight gains ${money}`);
  await page.getByLabel('Keeps, of would-be leavers, 10% discount, slider').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.locator('clv-what-if h2', { hasText: /as much as the run/ }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('a run with a budget says why a customer gets less than would be worth most, unless caution may be why, and what one more unit of money gains', async () => {
  const budgeted = madeUpRun(2000, 9);
  const { columns, summary } = budgeted;
  const tried = { ...scenario, budget: 700 };
  const { choice, cost, optimized, offers, shadowPrice } = calculator.calculate(tried);
  Object.assign(columns, {
    recommended_incentive: Array.from(choice, (offer) => offers[offer].id),
    offer_cost: Array.from(cost),
    expected_value_optimized: Array.from(optimized),
  });
  Object.assign(summary, { budget: 700, net_gain: gainOf(tried), offer_spend: cost.reduce((a, b) => a + b) });
  const best = (columns.ev_discount_10 as number[]).findIndex(
    (value, row) => choice[row] === 0 && value > optimized[row] + 1,
  );
  const id = (columns.customer_id as string[])[best];
  const record = { ...madeUpRecord, config: { ...madeUpRecord.config, budget: 700 } };
  const { page, complaints, close } = await openRun(writeRun(budgeted, record), { hash: `#customer=${id}` });
  await page
    .locator('clv-customer p', { hasText: 'No offer recommended (the budget does not reach this far)' })
    .waitFor();
  await page.locator('clv-frontier svg').waitFor();
  expect(await page.locator('clv-frontier [part="plot"]').getAttribute('aria-label')).toContain(
    `$1 more gains about ${formatMoney(shadowPrice)}`,
  );
  expect(complaints).toEqual([]);
  await close();

  const cautious = { ...record, config: { ...record.config, risk_aversion: 1 } };
  const other = await openRun(writeRun(budgeted, cautious), { hash: `#customer=${id}` });
  const verdict = other.page.locator('clv-customer p', { hasText: 'No offer recommended' });
  expect(await verdict.innerText()).not.toContain('budget');
  await other.close();

  // Nor where nothing tells what else may have limited who gets an offer.
  const untold = await openRun(writeRun(budgeted, null), { hash: `#customer=${id}` });
  const bare = untold.page.locator('clv-customer p', { hasText: 'No offer recommended' });
  expect(await bare.innerText()).not.toContain('budget');
  await untold.close();
});

it('says of a cautious run that what is tried out is not, and compares it with what the run would gain so', async () => {
  const cautious = { ...madeUpRecord, config: { ...madeUpRecord.config, risk_aversion: 1 } };
  const careful = madeUpRun(2000, 9);
  careful.summary.net_gain *= 0.8;
  const { page, complaints, close } = await openRun(writeRun(careful, cautious));
  await page.locator('clv-frontier svg').waitFor();
  const note = page.locator('clv-what-if p', { hasText: 'risk_aversion' });
  expect(await note.innerText()).toContain(`would gain ${formatMoney(gainOf(scenario))}`);
  await page.locator('clv-frontier p', { hasText: 'risk_aversion' }).waitFor();
  const slider = page.getByLabel('Keeps, of would-be leavers, 10% discount, slider');
  await slider.press('ArrowRight');
  await slider.press('ArrowLeft');
  await page.locator('clv-what-if h2', { hasText: /as much as the run/ }).waitFor();
  expect(complaints).toEqual([]);
  await close();

  // Stated effects have no standard errors that caution could go by.
  const stated = await openRun(writeRun(careful, cautious, {}));
  await stated.page.locator('clv-frontier svg').waitFor();
  expect(await stated.page.getByText('risk_aversion').count()).toBe(0);
  await stated.close();
});

it('says at its top that something is tried out', async () => {
  const { page, close } = await openRun(folder);
  await page.locator('clv-frontier svg').waitFor();
  const top = page.locator('.facts');
  expect(await top.innerText()).not.toContain('What if');
  await page.getByLabel('Keeps, of would-be leavers, 10% discount, slider').press('ArrowRight');
  await top.getByText('What if').waitFor();
  await page.getByRole('button', { name: 'Reset' }).click();
  await top.getByText('What if').waitFor({ state: 'detached' });
  await close();
});

it('of a run that shows but a sample every figure is that of all customers, as far as the sample tells', async () => {
  const { columns, summary } = madeUpRun(2000, 9);
  for (const name of ['customers', 'net_gain', 'offer_spend'] as const) summary[name] *= 3;
  summary.net_gain *= 0.99;
  for (const segment of summary.segments) segment.customers *= 3;
  const { page, complaints, close } = await openRun(writeRun({ columns, summary }));
  await page.locator('clv-frontier svg').waitFor();
  // As run, the sample gains a little else than all do; a scenario that changes nothing is no gain all the same.
  const gained = formatMoney(3 * gainOf(scenario));
  const plot = page.locator('clv-frontier [part="plot"]');
  const told = (await plot.getAttribute('aria-label'))!;
  expect(told).toMatch(
    new RegExp(`to ${gained.replace(/\W/g, '\\$&')} for .* gains ${gained.replace(/\W/g, '\\$&')} `),
  );
  const slider = page.getByLabel('Keeps, of would-be leavers, 10% discount, slider');
  await slider.press('ArrowRight');
  await slider.press('ArrowLeft');
  await page.locator('clv-what-if h2', { hasText: /as much as the run/ }).waitFor();
  // A budget is that of all customers, of which the sample has its share.
  await page.locator('clv-what-if').getByLabel('Budget').fill('900');
  await page.locator('clv-what-if').getByLabel('Budget').press('Enter');
  await showsGain(page, 3 * gainOf({ ...scenario, budget: 300 }));
  const count = page.locator('clv-filters [part="count"]');
  expect(await count.innerText()).toBe('6,000 of 6,000 customers');
  await page.locator('clv-filters').getByRole('button', { name: 'VIPs' }).click();
  const vips = formatCount(summary.segments[0].customers);
  await count.filter({ hasText: `${vips} of 6,000 customers` }).waitFor();
  for (const part of ['clv-what-if', 'clv-frontier', 'clv-policies', 'clv-outreach'])
    expect(await page.locator(`${part} p`, { hasText: '2,000 of 6,000 customers · estimated' }).count()).toBe(
      1,
    );
  expect(complaints).toEqual([]);
  await close();
});

it.each([390, 1280])('at %d pixels an offer of many words leaves every field in sight', async (width) => {
  const label = 'Twenty per cent off for the next twelve months, with a personal call and a free upgrade';
  const offers = madeUpRecord.config.offers.map((offer) => ({ ...offer, label }));
  const record = { ...madeUpRecord, config: { ...madeUpRecord.config, offers } };
  const { page, close } = await openRun(writeRun(run, record), { width });
  await page.locator('clv-what-if .offers').waitFor();
  const table = page.locator('clv-what-if [part="offers"]');
  expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  await close();
});
