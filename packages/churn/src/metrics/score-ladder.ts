import { InvalidInputError, shapes, sortNumbers, type Fault } from '@clv/contracts';

/** The distinct scores from low to high, and how many customers of either kind stand on each: all that ranking knows. */
export interface ScoreLadder {
  scores: Float64Array;
  churned: Uint32Array;
  stayed: Uint32Array;
  /** Customers who churned, in all. */
  positives: number;
  /** Customers who stayed, in all. */
  negatives: number;
}

/**
 * Builds the ladder that every ranking measure is read from.
 *
 * @param labels 1 churned, 0 stayed, -1 not known: such rows are left out.
 * @throws InvalidInputError where lengths disagree, a score is not finite, a label is none of these, or one kind of
 * customer is missing.
 */
export function scoreLadder(labels: ArrayLike<number>, scores: ArrayLike<number>): ScoreLadder {
  checkScores(labels, scores);
  const ladder = isRising(scores) ? climb(labels, scores) : merge(risingByLabel(labels, scores));
  const { positives, negatives } = ladder;
  if (positives === 0 || negatives === 0)
    throw new InvalidInputError([
      {
        rule: 'one-class',
        message: `labels must hold both customers who churned and customers who stayed: ${positives} churned, ${negatives} stayed`,
      },
    ]);
  return ladder;
}

/** The ladder of customers who are counted by score already, in any order. */
export function ladderOf(steps: { score: number; churned: number; stayed: number }[]): ScoreLadder {
  const rising = steps
    .filter(({ churned, stayed }) => churned + stayed > 0)
    .sort((a, b) => a.score - b.score);
  const scores = [...new Set(rising.map(({ score }) => score))];
  const counts = { churned: new Uint32Array(scores.length), stayed: new Uint32Array(scores.length) };
  let place = 0;
  for (const { score, churned, stayed } of rising) {
    if (score !== scores[place]) place++;
    counts.churned[place] += churned;
    counts.stayed[place] += stayed;
  }
  const sum = (of: Uint32Array) => of.reduce((all, count) => all + count, 0);
  return {
    scores: Float64Array.from(scores),
    ...counts,
    positives: sum(counts.churned),
    negatives: sum(counts.stayed),
  };
}

/** @throws InvalidInputError where they are no arrays, lengths disagree, or naming every row whose score is not finite or whose label is none. */
export function checkScores(labels: ArrayLike<number>, scores: ArrayLike<number>): void {
  checkArrays({ labels, scores });
  const faults: Fault[] = [];
  if (labels.length !== scores.length)
    faults.push({
      rule: 'lengths-disagree',
      message: `labels and scores differ in length: ${labels.length} and ${scores.length}`,
    });
  for (let i = 0; i < labels.length; i++) {
    const row = i + 1;
    if (labels[i] !== 0 && labels[i] !== 1 && labels[i] !== -1)
      faults.push({
        rule: 'not-a-label',
        message: `row ${row}: the label must be 0, 1 or -1: ${String(labels[i])}`,
        row,
        value: labels[i],
      });
    if (i < scores.length && !Number.isFinite(scores[i]))
      faults.push({
        rule: 'not-finite',
        message: `row ${row}: the score must be a finite number: ${String(scores[i])}`,
        row,
        value: scores[i],
      });
  }
  if (faults.length > 0) throw new InvalidInputError(faults);
}

/** @throws InvalidInputError with everything that is no array of numbers, by its name. */
export function checkArrays(arrays: Readonly<Record<string, unknown>>): void {
  const faults = Object.entries(arrays).flatMap(([path, values]): Fault[] => {
    const misshape = shapes.numbers(values, path);
    return misshape ? [{ rule: 'not-an-array', message: `${path} ${misshape.fault}`, path }] : [];
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
}

/** The scores of either kind of customer, from low to high. */
function risingByLabel(labels: ArrayLike<number>, scores: ArrayLike<number>) {
  const apart = new Float64Array(labels.length);
  let [churned, stayed] = [0, labels.length];
  // A score is put in both places, of which the next covers one: which of them cannot be foretold, and so need not be.
  for (let i = 0; i < labels.length; i++) {
    const [score, label] = [scores[i], labels[i]];
    if (label < 0) continue;
    apart[churned] = score;
    apart[stayed - 1] = score;
    churned += label;
    stayed -= 1 - label;
  }
  return { churned: sortNumbers(apart.subarray(0, churned)), stayed: sortNumbers(apart.subarray(stayed)) };
}

function isRising(scores: ArrayLike<number>): boolean {
  for (let i = 1; i < scores.length; i++) if (scores[i] < scores[i - 1]) return false;
  return true;
}

/** The ladder of customers who stand in its order already. */
function climb(labels: ArrayLike<number>, rising: ArrayLike<number>): ScoreLadder {
  const scores = new Float64Array(rising.length);
  const [churned, stayed] = [new Uint32Array(scores.length), new Uint32Array(scores.length)];
  let [steps, positives, negatives] = [0, 0, 0];
  for (let i = 0; i < rising.length;) {
    const score = rising[i];
    let [left, remained] = [0, 0];
    for (; i < rising.length && rising[i] === score; i++) {
      left += labels[i] === 1 ? 1 : 0;
      remained += labels[i] === 0 ? 1 : 0;
    }
    if (left + remained === 0) continue;
    scores[steps] = score;
    churned[steps] = left;
    stayed[steps++] = remained;
    positives += left;
    negatives += remained;
  }
  return upTo(steps, { scores, churned, stayed, positives, negatives });
}

const upTo = (steps: number, { scores, churned, stayed, ...all }: ScoreLadder): ScoreLadder => ({
  scores: scores.subarray(0, steps),
  churned: churned.subarray(0, steps),
  stayed: stayed.subarray(0, steps),
  ...all,
});

function merge({ churned, stayed }: { churned: Float64Array; stayed: Float64Array }): ScoreLadder {
  const [positives, negatives] = [churned.length, stayed.length];
  const scores = new Float64Array(positives + negatives);
  const counts = { churned: new Uint32Array(scores.length), stayed: new Uint32Array(scores.length) };
  let steps = 0;
  for (let i = 0, j = 0; i < positives || j < negatives; steps++) {
    const isChurned = j === negatives || (i < positives && churned[i] <= stayed[j]);
    const score = isChurned ? churned[i] : stayed[j];
    scores[steps] = score;
    const [firstChurned, firstStayed] = [i, j];
    while (i < positives && churned[i] === score) i++;
    while (j < negatives && stayed[j] === score) j++;
    counts.churned[steps] = i - firstChurned;
    counts.stayed[steps] = j - firstStayed;
  }
  return upTo(steps, { scores, ...counts, positives, negatives });
}
