import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every script of a room that is called `bench` or `bench:…`, in the order of the rooms. */
export function benchesOf(root) {
  return ['packages', 'apps'].flatMap((wing) =>
    readdirSync(join(root, wing)).flatMap((room) => {
      const folder = join(root, wing, room);
      const { scripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return Object.keys(scripts)
        .filter((script) => /^bench(:|$)/.test(script))
        .map((script) => ({
          name: script === 'bench' ? room : `${room} ${script.slice('bench:'.length)}`,
          command: `npm run ${script} -w @clv/${room}`,
          folder,
          script,
        }));
    }),
  );
}
