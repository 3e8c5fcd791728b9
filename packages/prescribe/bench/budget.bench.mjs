import {
  defaultOffers,
  whatIfPath,
  prescribe,
  budgetPath,
  startWhatIf,
  whatIf,
  expectedValues,
  allocateBudget,
} from '../dist/index.js';
import { spawnSync } from 'node:child_process';
import { randomSource } from '@clv/contracts';

import { startTable } from '../../../tools/bench/print-table.mjs';

const offers = [
  ...defaultOffers,
  { id: 'half_year_20', discount: 0.2, months: 6, lift: 0.4 },
  { id: 'call', cost: 5, lift: 0.06 },
];

function customers(count) {
  const next = randomSource(42);
  const column = (draw) => Float64Array.from({ length: count }, draw);
  return {
    pChurn: column(() => next() ** 2),
    clv: column(() => 100 + 2000 * next()),
    price: column(() => 5 + 100 * next()),
    sensitivity: column(next),
  };
}

/** The median times of some runs in milliseconds: by the clock, and of the processor, which other work does not lengthen. */
function median(runs, work) {
  const [clock, processor] = [[], []];
  for (let run = 0; run < runs; run++) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    work(run);
    clock.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
  }
  const middle = (times) => times.sort((one, other) => one - other)[Math.floor(runs / 2)];
  return { clock: middle(clock), processor: middle(processor) };
}

function ours(count, runs, bars) {
  const inputs = customers(count);
  const budget = 5 * count;
  const size = `${count.toLocaleString('en-US')} x ${offers.length}`;
  const show = (what, { clock, processor }, bar) =>
    print(size, what, clock.toFixed(1), processor.toFixed(1), bar ?? '');
  show(
    'expected values and one budget',
    median(runs, () => prescribe(inputs, { offers, budget })),
    bars.one,
  );
  const { gain, cost } = expectedValues(inputs, offers);
  const choices = { customers: count, offers: offers.length, gain, cost };
  show(
    'the whole path',
    median(runs, () => budgetPath(choices)),
    bars.path,
  );
  if (count > 1_000_000) return;
  const state = startWhatIf(inputs, { offers, budget });
  whatIf(state);
  show(
    'what if, another budget',
    median(4 * runs, (run) => whatIf(state, { budget: budget + 1000 * run })),
    bars.budget,
  );
  const changed = (run) =>
    offers.map((offer) => (offer.id === 'discount_10' ? { ...offer, lift: 0.3 + 0.005 * run } : offer));
  show(
    'what if, another lift',
    median(4 * runs, (run) => whatIf(state, { offers: changed(run) })),
    bars.offer,
  );
}

if (process.argv.includes('--once')) {
  const inputs = customers(1_000_000);
  const state = startWhatIf(inputs, { offers, budget: 5_000_000 });
  whatIf(state);
  const withoutPath = process.resourceUsage().maxRSS;
  whatIfPath(state);
  const megabytes = (kilobytes) => Math.round(kilobytes / 1024);
  console.log(
    `1,000,000 x 5: peak memory ${megabytes(withoutPath)} MB, with the path ${megabytes(process.resourceUsage().maxRSS)} MB (bar 400)`,
  );
  process.exit();
}

/** The peak memory of a process that makes one prescription and draws its path, inputs and Node itself counted; started while this one is still small, as it inherits its peak. */
const lone = spawnSync(process.execPath, [import.meta.filename, '--once'], { encoding: 'utf8' });
console.log(lone.stdout.trim());

console.log('');
const print = startTable('customers x offers', 'what', 'ms', 'ms of processor', 'bar, ms');
ours(10_000, 20, {});
ours(1_000_000, 5, { one: 500, path: 1000, budget: 20, offer: 100 });

if (process.argv.includes('--ten-million')) ours(10_000_000, 1, { one: 12_000 });
console.log('');

const peer = await import('highs').then(
  (module) => module.default(),
  () => undefined,
);
const beside = peer && startTable('customers x offers', 'highs, ms', 'ours, ms', 'times', 'bounds differ by');
if (!peer) console.log('highs is not installed: no peer to compare with');
for (const count of peer ? [100, 500, 2000] : []) {
  const { gain, cost } = expectedValues(customers(count), offers);
  const problem = { customers: count, offers: offers.length, gain, cost, budget: 5 * count };
  const terms = (of) =>
    Array.from(of, (value, at) => `${value < 0 ? '-' : '+'} ${Math.abs(value)} x${at}`).join('\n');
  const oneEach = Array.from(
    { length: count },
    (_, i) => `${offers.map((_, a) => `+ x${i * offers.length + a}`).join(' ')} <= 1`,
  );
  const { bound, gap } = allocateBudget(problem);
  // Where ours proves the optimum, the peer is asked for it too; else for that of the linear programme.
  const whole = gap === 0 ? `Binary\n${[...gain.keys()].map((at) => `x${at}`).join(' ')}\n` : '';
  const model = `Maximize\nobj: ${terms(gain)}\nSubject To\n${terms(cost)} <= ${5 * count}\n${oneEach.join('\n')}\n${whole}End`;
  let optimum;
  const { clock: theirs } = median(3, () => (optimum = peer.solve(model, { mip_rel_gap: 0 }).ObjectiveValue));
  const { clock: mine } = median(21, () => allocateBudget(problem));
  const off = Math.abs(bound - optimum) / optimum;
  beside(
    `${count} x ${offers.length}`,
    theirs.toFixed(0),
    mine.toFixed(2),
    (theirs / mine).toFixed(0),
    off.toExponential(1),
  );
}
