import type { Texts } from '@clv/charts';
import { createContext } from '@lit/context';
import type { ClvData } from './clv-data.js';

/** Through which `<clv-dashboard>` lends its data to the components inside it; the same in each copy of the script. */
export const clvContext = createContext<ClvData | undefined>(Symbol.for('clv-data'));

/** What an element says to those inside it, where it says otherwise than the locale. */
export const textsContext = createContext<Texts | undefined>(Symbol.for('clv-texts'));
