import type { ClvData } from '../../clv-data.js';
import { fromHash, toHash } from '../../run/view-state.js';

/** Milliseconds between two changes of the address by hand: browsers forbid to change it as often as a slider moves or a key is hit. */
const patience = 200;

/** Keeps the view of a run in the hash of the page's address, and follows it when the reader goes back or edits it. */
export class UrlState {
  /**
   * The hash last read or written. Only a view that left it is written: `hashchange` comes late, and an address that the
   * reader just set must last until then.
   */
  private known = '';
  private written = -Infinity;
  private waiting?: ReturnType<typeof setTimeout>;
  private readonly write = () => {
    clearTimeout(this.waiting);
    const view = this.run.save();
    const hash = toHash(view);
    if (hash === this.known) return;
    const isByHand = view.scenario || view.list?.query.search;
    const wait = isByHand ? this.written + patience - performance.now() : 0;
    if (wait > 0) {
      this.waiting = setTimeout(this.write, wait);
      return;
    }
    this.known = hash;
    this.written = performance.now();
    history.replaceState(history.state, '', hash || location.pathname + location.search);
  };
  private readonly read = () => {
    this.known = location.hash;
    this.run.removeEventListener('change', this.write);
    this.run.restore(fromHash(this.known));
    this.run.addEventListener('change', this.write);
    this.write();
  };

  constructor(private readonly run: ClvData) {
    this.read();
    addEventListener('hashchange', this.read);
  }

  stop(): void {
    clearTimeout(this.waiting);
    this.run.removeEventListener('change', this.write);
    removeEventListener('hashchange', this.read);
  }
}
