import type { TreeParams } from './regress.js';

/** Of one arm's outcomes: shallow and slow, because most of what trees find in outcomes is noise to an effect. */
export const outcomeParams: TreeParams = { rounds: 100, maxDepth: 3, eta: 0.1, minChildWeight: 10 };

/**
 * Of all arms' outcomes together: deep enough for an offer to act on one kind of customer and not on another, which takes
 * a split for the offer and some for the kind. Fewer and shallower trees predict outcomes better and effects worse:
 * the noise that more trees take up is mostly the same with and without an offer. Many rows leave little to be gained by
 * learning slowly.
 */
export const jointOutcomeParams = (rows: number): TreeParams => ({
  ...(rows < manyRows ? { rounds: 400, eta: 0.05, maxDepth: 6 } : { rounds: 100, eta: 0.1, maxDepth: 4 }),
  lambda: 10,
  minChildWeight: 20,
});

const manyRows = 200_000;

/** Of effects, which are far smaller than the noise around them: more cautious still. */
export const effectParams = (rows: number): TreeParams => ({
  rounds: 100,
  maxDepth: 2,
  eta: 0.05,
  lambda: 10,
  minChildWeight: Math.max(20, rows / 200),
});

/**
 * Of effects where there are several offers, so that chance also looks like a difference between them. Every tree of a small log
 * sees half of the rows, and leaves are drawn to nothing: what one tree takes for an effect by chance the next does
 * not. A larger log tells the two apart by itself.
 */
export const severalEffectsParams = (rows: number): TreeParams =>
  tellsLittleApart(rows)
    ? {
        rounds: 200,
        maxDepth: 2,
        eta: 0.05,
        lambda: 400,
        minChildWeight: Math.max(50, rows / 400),
        subsample: 0.5,
      }
    : effectParams(rows);

/** Whether a log of several offers is so small that differences between customers are mostly chance. */
export const tellsLittleApart = (rows: number) => rows < 50_000;

/** A line through more features takes longer to find than all trees do. */
export const mostFeaturesOfLine = 100;

/** Of the chance of getting an offer. */
export const propensityParams: TreeParams = { rounds: 60, maxDepth: 2, eta: 0.1, minChildWeight: 20 };
