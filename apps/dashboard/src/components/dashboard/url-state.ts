import type { ClvData } from '../../clv-data.js';
import { fromHash, toHash } from '../../run/view-state.js';

/** Keeps the view of a run in the hash of the page's address, and follows it when the reader goes back or edits it. */
export class UrlState {
  private readonly write = () => {
    const hash = toHash(this.run.save());
    if (hash !== location.hash)
      history.replaceState(history.state, '', hash || location.pathname + location.search);
  };
  private readonly read = () => this.run.restore(fromHash(location.hash));

  constructor(private readonly run: ClvData) {
    this.read();
    run.addEventListener('change', this.write);
    addEventListener('hashchange', this.read);
  }

  stop(): void {
    this.run.removeEventListener('change', this.write);
    removeEventListener('hashchange', this.read);
  }
}
