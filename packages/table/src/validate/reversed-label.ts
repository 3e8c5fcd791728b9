import { isBlank } from '../cells/is-blank.js';
import { parseYesNo } from '../cells/parse-yes-no.js';
import { isMostly } from '../profile/is-mostly.js';
import { name } from '../schema/names/role-names.js';
import { snakeCase } from '../schema/role-names.js';

/** What a column is called of which yes says that the customer stayed, in the languages in which labels are known. */
const staying = name(
  '(is_|still_|is_still_)?(active|retained|stayed|current|renewed|subscribed)(_(customer|flag|status|member|user))?|retention',
  '(ist_)?(aktiv|geblieben|bestandskunde|verlangert|verlaengert)',
  '(est_)?(actif|active|reste|fidele|renouvele)',
  '(esta_|es_|e_)?(activ[oa]|ativ[oa]|retenido|retido|renovado)',
);

/** Whether a label is by its name one of staying though its cells are yes and no, of which yes counts as left. */
export const isReversedLabel = (label: string, cells: ArrayLike<unknown>): boolean =>
  staying.some((one) => one.test(snakeCase(label))) &&
  isMostly(cells, (cell) => !isBlank(cell) && parseYesNo(cell) !== undefined);
