import Table from 'cli-table3';
import { colors } from './colors.js';

/** A table drawn by alignment alone. */
export function plainTable(head: string[], colAligns: ('left' | 'right')[]): InstanceType<typeof Table> {
  return new Table({
    head: head.map((name) => colors.dim(name)),
    colAligns,
    chars: Object.fromEntries(borders.map((border) => [border, ''])),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 3 },
  });
}

const borders = [
  'top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right',
  'left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle',
]; // prettier-ignore
