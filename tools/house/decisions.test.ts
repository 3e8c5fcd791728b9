import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { read, root } from './rooms.js';

const records = readdirSync(join(root, 'docs/decisions'));

describe('the decision records', () => {
  it('are numbered one by one', () => {
    expect(records.map((file) => Number(file.slice(0, 4)))).toEqual(records.map((_, i) => i + 1));
  });

  it.each(records)('%s says its status, the context, the decision and what follows', (file) => {
    const text = read(`docs/decisions/${file}`);
    expect(text).toMatch(new RegExp(`^# ${file.slice(0, 4)} `));
    for (const part of ['Status', 'Context', 'Decision', 'Consequences'])
      expect(text).toContain(`**${part}**`);
  });
});
