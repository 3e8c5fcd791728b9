import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Browser, Page } from 'playwright-core';

import { launchBrowser } from '../../../tools/browser/launch.mjs';
import { serveRun } from '../src/server/serve-run.js';
import { clv } from './clv.js';
import { csv, customerConfig, customerRows } from './customer-csv.js';

/** A column of free text in every row, which no report may show. */
const canary = 'Zaphod Beeblebrox zaphod@example.org';

/** A few customers so unlike all others that they are a segment of their own. */
function customers(): Record<string, string>[] {
  return customerRows(400).map((row, i) => ({
    ...row,
    charge: i < 3 ? '4200' : row.charge,
    region: i % 4 === 0 ? 'north' : 'south',
    note: `${canary} ${i}`,
  }));
}

describe('report.html', () => {
  let folder: string;
  let report: string;
  let browser: Browser;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clv-report-'));
    writeFileSync(join(folder, 'customers.csv'), csv(customers()));
    const config = { ...customerConfig, budget: 1000, holdout: 0.2, fairness_group: 'region' };
    writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(config));
    const run = ['run', '--config', 'clv.config.json', '--input', 'customers.csv', '--quiet'];
    expect(await clv(run, { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
    report = join(folder, 'out', 'report.html');
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a page and tells what went wrong on it and what it asked for beside itself. */
  async function opened(address: string, look: (page: Page) => Promise<void>): Promise<string[]> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const problems: string[] = [];
    page.on('console', (message) => void problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('request', (request) => void (request.url() === address || problems.push(request.url())));
    await page.goto(address);
    await look(page);
    await page.close();
    return problems;
  }

  it('says what was done, how good it is, what to do, what it depends on, who gets what, and its limits', async () => {
    await opened(pathToFileURL(report).href, async (page) => {
      expect(await page.locator('h2').allTextContents()).toEqual([
        'Segments',
        'Who gets what, and why',
        'How one will see whether it worked',
        'What it depends on',
        'Our policy beside the alternatives',
        'What a budget gains',
        'Whether groups get offers alike',
        'How good the models are',
        'What was done with which data',
        'Limits',
      ]);
      const text = await page.locator('main').innerText();
      expect(text).toContain('The gain depends most on');
      const first = await page.locator('header ~ p').first().innerText();
      expect(first).toContain('recommended_incentive of the results');
      expect(first).toContain('assumed to keep. Those held out have none there');
      expect(text).toContain(
        "is assumed from its stated lift, the same share of everyone's risk, not learned",
      );
      expect(text).toMatch(
        /or to the first of an order, stop (where they have spent what ours does|at the budget)\./,
      );
      expect(text).toMatch(/By region, no group gets offers|By region, .* offers at a rate/);
      // A column that would mark none is left out.
      const groups = page.locator('section', { hasText: 'Whether groups get offers alike' });
      expect((await groups.locator('th').allTextContents()).includes('')).toBe(
        await groups.getByText('unlike').isVisible(),
      );
    });
  });

  it('marks the policies that go over the budget, which may stand above ours', async () => {
    const policies = JSON.parse(readFileSync(join(folder, 'out', 'policies.json'), 'utf8'));
    const dear = policies.filter(({ isAffordable }: { isAffordable: boolean }) => !isAffordable).length;
    expect(dear).toBeGreaterThan(0);
    await opened(pathToFileURL(report).href, async (page) => {
      const compared = page.locator('section', { hasText: 'Our policy beside the alternatives' });
      expect(await compared.locator('td', { hasText: '(over budget)' }).count()).toBe(dear);
      expect(await compared.locator('figcaption').innerText()).toContain('hollow: over budget');
    });
  });

  it('says of the gain by budget that nobody is held out, and where nothing pays that no budget gains', async () => {
    const gained = (page: Page) => page.locator('section', { hasText: 'What a budget gains' }).innerText();
    await opened(pathToFileURL(report).href, async (page) =>
      expect(await gained(page)).toContain('Nobody is held out of it.'),
    );
    const offers = [{ id: 'none' }, { id: 'gold', label: 'Gold', cost: 1e6, lift: 0.1 }];
    writeFileSync(join(folder, 'dear.json'), JSON.stringify({ ...customerConfig, offers, budget: 1000 }));
    const run = ['run', '--config', 'dear.json', '--input', 'customers.csv', '--out', 'dear', '--quiet'];
    expect(await clv(run, { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
    await opened(pathToFileURL(join(folder, 'dear', 'report.html')).href, async (page) =>
      expect(await gained(page)).toContain('No budget gains anything: no offer beats doing nothing.'),
    );
  });

  it('is whole by itself: drawn without a script, asking for nothing, from a file and as served', async () => {
    expect(readFileSync(report, 'utf8')).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
    const served = await serveRun(join(folder, 'out'), 0);
    try {
      for (const address of [pathToFileURL(report).href, `${served.url}run/report.html`]) {
        const problems = await opened(address, async (page) => {
          expect(await page.locator('figure svg').count()).toBe(8);
          for (const box of await page.locator('figure svg').all())
            expect((await box.boundingBox())!.height).toBeGreaterThan(40);
          const width = await page.locator('main').evaluate((main) => getComputedStyle(main).maxWidth);
          expect(width).toBe('1040px');
        });
        expect(problems).toEqual([]);
      }
    } finally {
      await served.close();
    }
  });

  it('fills a tablet: charts two by two, key figures three by three', async () => {
    const page = await browser.newPage({ viewport: { width: 768, height: 1000 } });
    await page.goto(pathToFileURL(report).href);
    const columns = async (selector: string) => {
      const boxes = await page
        .locator(selector)
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().x));
      return new Set(boxes.map(Math.round)).size;
    };
    expect(await columns('.charts:first-of-type > figure')).toBe(2);
    expect(await columns('.figures > div')).toBe(3);
    await page.close();
  });

  it('fits a phone, its charts still read there, and prints', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    await page.goto(pathToFileURL(report).href);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    for (const chart of await page.locator('figure svg').all())
      expect(
        await chart.evaluate((svg: SVGSVGElement) => svg.clientWidth / svg.viewBox.baseVal.width),
      ).toBeGreaterThan(0.7);
    // Of each customer to call every cell is in sight without scrolling, with what it is; of other tables each row keeps its name.
    const cells = page.locator('.cards td');
    expect(await cells.count()).toBeGreaterThan(7);
    for (const cell of await cells.all()) {
      const { x, width } = (await cell.boundingBox())!;
      expect(x >= 0 && x + width <= 360).toBe(true);
    }
    expect(await cells.nth(4).evaluate((cell) => getComputedStyle(cell, '::before').content)).toBe('"Offer"');
    const scrolled = page.locator('.scroll', { hasText: 'Optimized' });
    await scrolled.evaluate((box) => box.scrollTo(999, 0));
    expect((await scrolled.locator('td').first().boundingBox())!.x).toBe(16);
    const printed = await page.pdf({ preferCSSPageSize: true });
    expect(printed.subarray(0, 5).toString()).toBe('%PDF-');
    await page.close();
  });

  /** How a page's texts and lines stand out from its ground: the contrast of each colour, as WCAG 2 has it. */
  const contrasts = (page: Page) =>
    page.evaluate(() => {
      const luminance = (color: string) => {
        const [r, g, b] = color.match(/[\d.]+/g)!.map((channel) => {
          const value = Number(channel) / 255;
          return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ground = luminance(getComputedStyle(document.body).backgroundColor);
      const contrast = (color: string) => {
        const [dark, light] = [luminance(color), ground].sort((one, other) => one - other);
        return (light + 0.05) / (dark + 0.05);
      };
      const least = (selector: string, paint: 'color' | 'fill' | 'stroke') =>
        Math.min(
          ...[...document.querySelectorAll(selector)]
            .map((element) => getComputedStyle(element))
            .filter((style) => style.opacity !== '0' && style[paint].startsWith('rgb'))
            .map((style) => contrast(style[paint])),
        );
      return {
        ground,
        words: least('h1, h2, h3, p, li, dt, dd, th, td, figcaption *', 'color'),
        labels: least('svg text', 'fill'),
        bars: least('svg .mark-rect path', 'fill'),
        dots: least('svg .mark-symbol path', 'stroke'),
        lines: least('svg :is(.mark-line, .mark-rule.role-mark) > *', 'stroke'),
      };
    });

  it('is dark for a reader whose screen is, its charts too, and light on paper', async () => {
    await opened(pathToFileURL(report).href, async (page) => {
      expect((await contrasts(page)).ground).toBe(1);
      await page.emulateMedia({ colorScheme: 'dark' });
      const { ground, words, labels, bars, dots, lines } = await contrasts(page);
      expect(ground).toBeLessThan(0.02);
      expect(Math.min(words, labels)).toBeGreaterThanOrEqual(4.5);
      expect(Math.min(bars, dots, lines)).toBeGreaterThanOrEqual(3);
      await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
      const printed = await contrasts(page);
      expect(printed.ground).toBe(1);
      expect(Math.min(printed.words, printed.labels)).toBeGreaterThanOrEqual(4.5);
    });
  });

  it('says of one customer nothing that is not so, and keeps every column in sight however long an offer is named', async () => {
    const rows = customers().map((row, i) => (i === 7 ? { ...row, left: '' } : row));
    writeFileSync(join(folder, 'one.csv'), csv(rows));
    const label = 'Twenty per cent off for a year, with a call from your account manager and <b>a gift</b>';
    const offers = [{ id: 'none' }, { id: 'long', label, discount: 0.2, lift: 0.1 }];
    writeFileSync(join(folder, 'one.json'), JSON.stringify({ ...customerConfig, offers, budget: 0 }));
    const run = ['run', '--config', 'one.json', '--input', 'one.csv', '--out', 'one', '--quiet'];
    expect(await clv(run, { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
    await opened(pathToFileURL(join(folder, 'one', 'report.html')).href, async (page) => {
      // Nor would it at any other budget: a fifth of the price is more than a tenth of the risk is worth.
      expect(await page.locator('h1').innerText()).toBe(
        'No offer pays for any customer: doing nothing is best',
      );
      const text = await page.locator('main').innerText();
      expect(text).toContain('1 customer, valued over');
      expect(text).not.toMatch(/\b0% of customers|NaN|undefined|Infinity/);
      for (const table of await page.locator('.scroll').all())
        expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
      for (const name of await page.locator('svg text', { hasText: 'Twenty' }).all())
        expect((await name.boundingBox())!.x).toBeGreaterThan(0);
    });
  });

  it('prints no table in two pieces but the long one of customers', async () => {
    const page = await browser.newPage();
    await page.emulateMedia({ media: 'print' });
    await page.goto(pathToFileURL(report).href);
    const breaks = (tables: string) =>
      page
        .locator(tables)
        .evaluateAll((found) => [...new Set(found.map((table) => getComputedStyle(table).breakInside))]);
    expect(await breaks('section > .scroll')).toEqual(['avoid']);
    expect(await breaks('.cards .scroll')).toEqual(['auto']);
    await page.close();
  });

  it('prints a dozen offers of long names on the width of a sheet', async () => {
    const offers = Array.from({ length: 12 }, (_, i) => ({
      id: `offer_${i}`,
      label: `${i + 1} months of the family package, renewed early`,
      discount: 0.01 * (i + 1),
      lift: 0.05 * i,
    }));
    writeFileSync(join(folder, 'dozen.json'), JSON.stringify({ ...customerConfig, offers }));
    const run = ['run', '--config', 'dozen.json', '--input', 'customers.csv', '--out', 'dozen', '--quiet'];
    expect(await clv(run, { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
    // A4 less its margins, at 96 dots an inch.
    const page = await browser.newPage({ viewport: { width: 688, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    await page.goto(pathToFileURL(join(folder, 'dozen', 'report.html')).href);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(688);
    await page.close();
  });

  it('tells nothing of a few by alternatives or break-even points', async () => {
    const rows = customers().map((row, i) => (i < 40 ? { ...row, left: '' } : row));
    writeFileSync(join(folder, 'few.csv'), csv(rows));
    const offers = [{ id: 'none' }, ...[0.02, 0.05, 0.1].map((discount) => ({ id: `d${100 * discount}`, discount, lift: 4 * discount }))]; // prettier-ignore
    writeFileSync(join(folder, 'few.json'), JSON.stringify({ ...customerConfig, offers, active_only: true }));
    const run = ['run', '--config', 'few.json', '--input', 'few.csv', '--out', 'few', '--quiet'];
    expect(await clv(run, { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
    const of = (name: string) => JSON.parse(readFileSync(join(folder, 'few', name), 'utf8'));
    const isFew = ({ customers: count }: { customers: number }) => count > 0 && count < 5;
    const policies = of('policies.json').filter(isFew).length;
    expect(Math.min(policies, of('summary.json').offers.filter(isFew).length)).toBeGreaterThan(0);
    await opened(pathToFileURL(join(folder, 'few', 'report.html')).href, async (page) => {
      const cellsOf = (title: string, column: number) =>
        page.locator('section', { hasText: title }).locator(`td:nth-child(${column})`).allTextContents();
      const alternatives = await cellsOf('Our policy beside the alternatives', 2);
      expect(alternatives.filter((count) => /^[1-4]$/.test(count))).toEqual([]);
      expect(alternatives.filter((count) => count === 'fewer than 5')).toHaveLength(policies);
      const rows = page.locator('section', { hasText: 'When an offer stops paying' }).locator('tbody tr');
      for (const { offer } of of('summary.json').offers.filter(isFew))
        expect(await rows.filter({ hasText: offer }).locator('td').allTextContents()).toEqual(
          expect.arrayContaining([offer, '–', '–']),
        );
    });
  });

  it('tells nothing of fewer than 5 customers, and no free text of anyone', async () => {
    const { segments } = JSON.parse(readFileSync(join(folder, 'out', 'summary.json'), 'utf8'));
    const few = segments.filter(({ customers: count }: { customers: number }) => count > 0 && count < 5);
    expect(few).toHaveLength(1);
    await opened(pathToFileURL(report).href, async (page) => {
      const [{ label }] = few;
      const row = page.locator('section', { hasText: 'Segments' }).locator('tr', { hasText: label }).first();
      expect(await row.locator('td').allTextContents()).toEqual([
        label,
        'fewer than 5',
        ...Array(5).fill('–'),
      ]);
      const drawn = await page.locator('.charts').first().innerText();
      expect(drawn).not.toContain(label);
      // Their number does not follow from that of all others.
      const rows = page
        .locator('section', { has: page.getByText('Segments', { exact: true }) })
        .locator('tbody tr');
      const numbers = await rows.locator('td:nth-child(2)').allTextContents();
      expect(numbers.filter((number) => /\D{3}/.test(number)).sort()).toEqual(['about 120', 'fewer than 5']);
    });
    for (const file of [
      'report.html',
      'reasons.json',
      'scorer.json',
      'run.json',
      'model_card.md',
      'summary.json',
    ])
      expect(readFileSync(join(folder, 'out', file), 'utf8')).not.toContain('Beeblebrox');
  });
});
