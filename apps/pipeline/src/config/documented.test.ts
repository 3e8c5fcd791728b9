import { readFileSync } from 'node:fs';

import { configJsonSchema } from './config.js';

interface Node {
  description?: string;
  properties?: Record<string, Node>;
  items?: Node;
}

/** Every key of a config, with those inside it: `churn.folds`, `offers.lift`. */
function keysOf({ properties = {}, items }: Node, path: readonly string[] = []): [string, Node][] {
  const inside = items ? keysOf(items, path) : [];
  return Object.entries(properties).reduce((keys, [name, node]) => {
    const own = [...path, name];
    return [...keys, [own.join('.'), node], ...keysOf(node, own)];
  }, inside);
}

const keys = keysOf(configJsonSchema() as Node);
const section = /^## The config$[\s\S]*?(?=^## )/m.exec(readFileSync('README.md', 'utf8'))![0];

describe('every key of clv.config.json', () => {
  it('is described in the schema, for editors', () => {
    expect(keys.length).toBeGreaterThan(50);
    expect(keys.filter(([, { description }]) => !description).map(([key]) => key)).toEqual([]);
  });

  it('is in the README', () => {
    const isTold = (key: string) => section.includes(`\`${key}\``);
    const told = keys.filter(([key]) => isTold(key) || isTold(key.split('.').at(-1)!)).map(([key]) => key);
    const groups = ['synthetic', 'segments', 'churn', 'effects'];
    expect(keys.map(([key]) => key).filter((key) => !told.includes(key) && !groups.includes(key))).toEqual(
      [],
    );
  });
});
