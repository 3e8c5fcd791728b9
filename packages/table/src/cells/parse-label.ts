import { type Label, parseYesNo } from './parse-yes-no.js';

/**
 * Words that say by themselves who left and who did not, whatever the column is called; those of German, French, Spanish and
 * Portuguese after the English ones, without accents.
 */
const left =
  'churned churn left lost former cancelled canceled inactive exited attrited lapsed terminated closed ' +
  'gekundigt gekuendigt abgewandert verloren ehemalig inaktiv resilie resiliee perdu perdue parti partie inactif ' +
  'baja cancelado cancelada perdido perdida inactivo inactiva inativo inativa';
const stayed =
  'active retained stayed current existing open aktiv geblieben bestehend actif reste restee conserve ' +
  'alta activo activa retenido retenida ativo ativa retido retida';

const words = new Map<string, Label>([
  ...left.split(' ').map((word): [string, Label] => [word, 1]),
  ...stayed.split(' ').map((word): [string, Label] => [word, 0]),
]);

/** The label that a cell holds, by yes and no or by a word for it; undefined where it is none. */
export const parseLabel = (cell: unknown): Label | undefined => parseYesNo(cell) ?? labelWord(cell);

/** The same by a word alone, such as `active`, `Churned` or `Attrited Customer`. */
export function labelWord(cell: unknown): Label | undefined {
  if (typeof cell !== 'string') return undefined;
  const plain = cell.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();
  return words.get(plain.replace(/ (customer|client|user|member)$/, ''));
}
