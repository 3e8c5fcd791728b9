import { createContext } from '@lit/context';
import type { ClvData } from './clv-data.js';

/** Through which `<clv-dashboard>` lends its data to the components inside it. */
export const clvContext = createContext<ClvData | undefined>(Symbol('clv-data'));
