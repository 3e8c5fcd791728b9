import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { writeNewFiles } from './write-new-files.mjs';

const floors = ['0', '1', '2'];

/** The package whose shape new ones take, so that the house is never remembered wrongly here. */
const model = 'packages/contracts';

/** Makes a package in the house's shape, with a function, its test and a README whose example runs. */
export function newPackage(root, { name, floor, question }) {
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new Error(`a package's name is lower case, such as loyalty: ${name}`);
  if (!floors.includes(floor)) throw new Error(`--floor is one of ${floors.join(', ')}: ${floor}`);
  if (!question) throw new Error(`--question is missing: the one question that ${name} answers`);
  const folder = `packages/${name}`;
  if (existsSync(join(root, folder))) throw new Error(`${folder} is there already`);

  const fromModel = (file) => readFileSync(join(root, model, file), 'utf8');
  const manifest = JSON.parse(fromModel('package.json'));
  const verb = `describe${name.replace(/(^|-)([a-z])/g, (_, dash, letter) => letter.toUpperCase())}`;
  return writeNewFiles(root, {
    [`${folder}/package.json`]: json({
      ...manifest,
      name: `@clv/${name}`,
      version: '0.0.0',
      description: question,
      nx: { tags: [`floor:${floor}`] },
      dependencies: undefined,
    }),
    [`${folder}/LICENSE`]: fromModel('LICENSE'),
    [`${folder}/CHANGELOG.md`]: `# @clv/${name}\n`,
    [`${folder}/README.md`]: readme(name, question, verb),
    [`${folder}/tsconfig.json`]: fromModel('tsconfig.json'),
    [`${folder}/tsup.config.ts`]: fromModel('tsup.config.ts'),
    [`${folder}/jest.config.cjs`]: `module.exports = require('../../tools/jest/preset.cjs')('${name}');\n`,
    [`${folder}/src/index.ts`]: `export { ${verb} } from './describe.js';\n`,
    [`${folder}/src/describe.ts`]: describeSource(verb, question),
    [`${folder}/src/describe.test.ts`]: describeTest(verb),
    [`${folder}/src/readme.test.ts`]: readmeTest(question),
  });
}

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const quoted = (text) => `'${text.replace(/['\\]/g, '\\$&')}'`;

const readme = (name, question, verb) => `# @clv/${name}

${question}

\`\`\`ts
import { ${verb} } from '@clv/${name}';

console.log(${verb}());
\`\`\`

| function | what it does |
|---|---|
| \`${verb}()\` | the question that this package answers |
`;

const describeSource = (verb, question) => `/** The one question that this package answers. */
export function ${verb}(): string {
  return ${quoted(question)};
}
`;

const describeTest = (verb) => `import { ${verb} } from './describe.js';

describe('${verb}', () => {
  it('asks a question', () => {
    expect(${verb}()).toMatch(/\\?$/);
  });
});
`;

const readmeTest = (question) => `import { runReadmeExample } from '../../../tools/jest/readme-example.cjs';

describe("the README's example", () => {
  it('prints what it says', () => {
    expect(runReadmeExample(process.cwd())).toBe(${quoted(question)} + '\\n');
  });
});
`;
