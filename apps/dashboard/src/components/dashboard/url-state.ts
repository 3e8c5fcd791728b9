import type { ClvData } from '../../clv-data.js';
import { fromHash, toHash, type ViewState } from '../../view-state.js';

/** Milliseconds between two changes of the address by hand: browsers forbid to change it as often as a slider moves or a key is hit. */
const patience = 200;

/**
 * Keeps the view of a run in the hash of the page's address, and follows it when the reader goes back or edits it. Each step
 * of the reader is an entry of the history: a filter, a customer who is opened or closed. A range of risk that is dragged is
 * one step, and so is all that is tried out one after the other, or done to the list.
 */
export class UrlState {
  /**
   * The hash last read or written. Only a view that left it is written: `hashchange` comes late, and an address that the
   * reader just set must last until then.
   */
  private known = '';
  /** An address that is neither read nor written, and since when: `hashchange` is on its way, unless a router set it. */
  private strange?: { hash: string; since: number };
  private written = -Infinity;
  /** The parts of the view last read or written, and which of them the reader's last step changed. */
  private parts: string[] = [];
  private step = -1;
  private waiting?: ReturnType<typeof setTimeout>;
  private readonly write = () => {
    clearTimeout(this.waiting);
    const view = this.run.save();
    const hash = toHash(view);
    if (hash === this.known) return;
    const isByHand = view.scenario || view.filter.risk || view.list?.query.search;
    const wait =
      Math.max(isByHand ? this.written : -Infinity, this.strangeSince()) + patience - performance.now();
    if (wait > 0) {
      this.waiting = setTimeout(this.write, wait);
      return;
    }
    const before = this.parts;
    this.parts = partsOf(view);
    const step = this.parts.findIndex((part, at) => part !== before[at]);
    const goesOn = this.strange || step < 0 || (step > 0 && step === this.step);
    this.step = step;
    this.heard(hash);
    this.written = performance.now();
    history[goesOn ? 'replaceState' : 'pushState'](
      history.state,
      '',
      hash || location.pathname + location.search,
    );
  };
  private readonly read = () => {
    clearTimeout(this.waiting);
    this.heard(location.hash);
    const { selected } = this.run;
    this.run.removeEventListener('change', this.write);
    this.run.restore(fromHash(this.known));
    this.run.addEventListener('change', this.write);
    this.parts = partsOf(this.run.save());
    this.step = -1;
    this.write();
    if (this.run.selected !== selected) this.onSelect();
  };

  /** @param onSelect hears that the address opened or closed a customer. */
  constructor(
    private readonly run: ClvData,
    private readonly onSelect: () => void,
  ) {
    this.read();
    addEventListener('hashchange', this.read);
  }

  private heard(hash: string): void {
    this.known = hash;
    this.strange = undefined;
  }

  /** What the reader set is read rather than written over: it is given time to be heard of. */
  private strangeSince(): number {
    const { hash } = location;
    if (hash === this.known) return -Infinity;
    if (hash !== this.strange?.hash) this.strange = { hash, since: performance.now() };
    return this.strange.since;
  }

  stop(): void {
    clearTimeout(this.waiting);
    this.run.removeEventListener('change', this.write);
    removeEventListener('hashchange', this.read);
  }
}

/** Of the first every change is a step. */
const partsOf = ({ filter, customer, scenario, kept, list }: ViewState) =>
  [[filter.segments, filter.offers, customer], [filter.risk], [scenario, kept], [list]].map((part) =>
    JSON.stringify(part),
  );
