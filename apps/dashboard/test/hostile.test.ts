import { readFile } from 'node:fs/promises';

import { madeUpEvidence, madeUpRun, madeUpRecord, writeRun } from './made-up-run.js';
import { type WatchedPage, closeBrowser, openRun } from './page.js';

afterAll(closeBrowser);

const payloads = [
  '<script>window.hacked=1</script>',
  '<img src=x onerror="window.hacked=1">',
  '<svg onload="window.hacked=1">',
  '"><script>window.hacked=1</script>',
  "'><img src=x onerror=window.hacked=1>",
  'javascript:window.hacked=1',
  '<iframe srcdoc="<script>parent.hacked=1</script>">',
  '<a href="javascript:window.hacked=1">x</a>',
  '${window.hacked=1}',
  '{{constructor.constructor("window.hacked=1")()}}',
  '<style>*{display:none}</style>',
  '<body onload=window.hacked=1>',
  '<input autofocus onfocus=window.hacked=1>',
  '<details open ontoggle=window.hacked=1>',
  '</title><script>window.hacked=1</script>',
  '<!--<img src="--><img src=x onerror=window.hacked=1>',
  '<math><mtext><img src=x onerror=window.hacked=1></mtext></math>',
  'datum.x; window.hacked=1',
  '\u202e<script>window.hacked=1</script>',
  '__proto__',
];

/** Every text of a run that its maker or a customer could have written is a payload. */
function hostileRun() {
  const { columns, summary } = madeUpRun(200);
  const nth = (i: number) => payloads[i % payloads.length];
  const segments = [...payloads.slice(0, 3), '__proto__'];
  const offers = ['none', payloads[16], payloads[17]];
  const ids = Object.keys(columns).filter((name) => name.startsWith('ev_'));
  const hostile: Record<string, unknown[]> = {};
  for (const [name, cells] of Object.entries(columns)) {
    if (name === 'customer_id') hostile[payloads[1]] = cells.map((_, row) => `${nth(row)} ${row}`);
    else if (name === 'plan') hostile[payloads[0]] = cells.map((_, row) => nth(row));
    else if (name === 'segment_label')
      hostile[name] = columns.segment.map((segment) => segments[segment as number]);
    else if (name === 'recommended_incentive')
      hostile[name] = cells.map((id) => offers[ids.indexOf(`ev_${id as string}`)]);
    else if (ids.includes(name)) hostile[`ev_${offers[ids.indexOf(name)]}`] = cells;
    else hostile[name] = cells;
  }
  return {
    columns: hostile,
    summary: {
      ...summary,
      columns: { ...summary.columns, id: payloads[1] },
      segments: summary.segments.map((segment, i) => ({ ...segment, label: segments[i] })),
      offers: summary.offers.map((offer, i) => ({ ...offer, offer: offers[i], label: payloads[i + 4] })),
      notices: [...payloads],
    },
  };
}

function hostileEvidence(run: ReturnType<typeof hostileRun>) {
  const evidence = madeUpEvidence(run);
  const [ours, ...rules] = evidence['policies.json'];
  return {
    ...evidence,
    'policies.json': [ours, ...payloads.map((offer) => ({ ...rules[0], policy: `everyone_${offer}` }))],
    'uplift.json': {
      offers: payloads.map((text) => ({ ...evidence['uplift.json'].offers[0], offer: text, label: text })),
      concerns: payloads,
    },
    'reasons.json': run.columns[payloads[1]].map((id, row) => ({
      id,
      reasons: payloads,
      // Every second one is explained as a whole, the others by a list.
      ...(row % 2 === 0 && {
        explanation: {
          ...evidence['reasons.json'][0].explanation,
          reasons: payloads.map((value) => ({ value, points: 3 })),
        },
      }),
    })),
  };
}

describe('a run whose every text is an attack', () => {
  let opened: WatchedPage;
  beforeAll(async () => {
    const run = hostileRun();
    opened = await openRun(writeRun(run, madeUpRecord, hostileEvidence(run)), {
      hash: `#customer=${encodeURIComponent(`${payloads[1]} 1`)}&segment=${encodeURIComponent(payloads[2])}`,
    });
    const { page } = opened;
    await page.locator('clv-chart svg').nth(4).waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    // Each click draws the charts again, with and without what a name could confuse.
    for (let click = 0; click < 3; click++)
      await page.locator('clv-filters').getByRole('button', { name: '__proto__', exact: true }).click();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('button', { name: 'Everyone' }).click();
    for (const details of await page.locator('details').all())
      await details.evaluate((element: HTMLDetailsElement) => (element.open = true));
    for (const chart of await page.locator('clv-chart .plot').all()) await chart.hover();
    await page.locator('clv-table tbody tr').first().click();
    for (const row of [1, 0]) {
      const id = `${payloads[row]} ${row}`;
      await page.evaluate((hash) => (location.hash = hash), `customer=${encodeURIComponent(id)}`);
      await page.locator('clv-customer h2', { hasText: id }).first().waitFor();
    }
  });
  afterAll(() => opened.close());

  it('runs no script', async () => {
    expect(await opened.page.evaluate(() => 'hacked' in window)).toBe(false);
  });

  it('puts no element of its own into the page', async () => {
    const foreign = await opened.page.evaluate(() => {
      const found: string[] = [];
      const look = (root: ParentNode) => {
        for (const element of root.querySelectorAll('*')) {
          const name = element.localName;
          if (
            ['iframe', 'img', 'script', 'math', 'mtext', 'object', 'embed'].includes(name) &&
            root !== document
          )
            found.push(name);
          for (const { name: attribute } of element.attributes)
            if (attribute.startsWith('on')) found.push(attribute);
          if (element.shadowRoot) look(element.shadowRoot);
        }
      };
      look(document);
      return found;
    });
    expect(foreign).toEqual([]);
  });

  it('is shown as the text that it is', async () => {
    const cells = await opened.page.locator('clv-table td:first-child').allInnerTexts();
    expect(cells.some((cell) => cell.includes('<script>window.hacked=1</script>'))).toBe(true);
    const script = '<script>window.hacked=1</script>';
    for (const [shown, text] of [
      ['clv-segments svg text', script],
      ['clv-policies td', `Everyone gets ${script}`],
      ['clv-customer clv-chart td', script],
      ['clv-uplift-curve td', script],
      ['clv-uplift-curve .concern', `Beware: ${script}`],
    ])
      expect(await opened.page.locator(shown).allTextContents()).toContain(text);
  });

  it('breaks no policy and asks nobody else for anything', () => {
    expect(opened.complaints).toEqual([]);
  });
});

it('cells that a spreadsheet would run are disarmed in the saved file, numbers left as they are', async () => {
  const { columns, summary } = madeUpRun(20);
  const leads = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
  columns.plan = columns.plan.map((_, row) =>
    row < leads.length ? `${leads[row]}cmd|' /C calc'!A0` : 'plain',
  );
  columns.balance = columns.plan.map(() => -5.25);
  const { page, close } = await openRun(writeRun({ columns, summary }));
  await page.getByRole('button', { name: 'Everyone' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  await close();
  for (const lead of leads) expect(text).toContain(`'${lead}cmd|`);
  expect(text).not.toMatch(/(^|,)"?[=+\-@\t＝＋－＠]cmd/m);
  expect(text.match(/,-5\.25\r\n/g)).toHaveLength(20);
});
