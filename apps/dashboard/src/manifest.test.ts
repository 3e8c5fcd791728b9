import { readFileSync, readdirSync } from 'node:fs';

interface Described {
  name: string;
  description?: string;
}

interface Declaration {
  tagName?: string;
  description?: string;
  attributes?: (Described & { fieldName?: string })[];
  events?: Described[];
  cssParts?: Described[];
  cssProperties?: Described[];
}

const read = (path: string) => readFileSync(path, 'utf8');
const manifest = JSON.parse(read('dist/custom-elements.json')) as {
  modules: { path: string; declarations: Declaration[] }[];
};
const elements = manifest.modules.flatMap(({ path, declarations }) =>
  declarations.flatMap((each) => (each.tagName ? [{ path, tag: each.tagName, ...each }] : [])),
);
const matches = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map(([, name]) => name)),
];
const names = (described: readonly Described[] = []) => described.map(({ name }) => name);

describe('custom-elements.json', () => {
  it('describes every element that is registered', () => {
    const registered = matches(read('src/register.ts'), /'(clv-[a-z-]+)': Clv\w+,/g);
    expect(registered.length).toBeGreaterThan(15);
    expect(elements.map(({ tag }) => tag).sort()).toEqual(registered.sort());
  });

  it.each(elements.map((element) => [element.tag, element] as const))(
    '%s: every attribute, event, part and token is described',
    (_tag, { description, attributes, events, cssParts, cssProperties }) => {
      expect(description).toMatch(/\w{3,}/);
      const all = [attributes, events, cssParts, cssProperties].flatMap((described = []) => described);
      expect(all.filter((each) => !/\w{3,}/.test(each.description ?? ''))).toEqual([]);
      expect(names(cssProperties)).toContain('--clv-accent');
    },
  );

  it.each(elements.map((element) => [element.tag, element] as const))(
    '%s: what its source tells and names is what is described',
    (_tag, { path, events, cssParts }) => {
      const source = read(path);
      const told = matches(source, /(?:tell|CustomEvent)\(\s*'([a-z-]+)'/g);
      expect(names(events)).toEqual(expect.arrayContaining(told));
      const parts = matches(source, /part="([a-z-]+)"/g);
      expect(names(cssParts)).toEqual(expect.arrayContaining(parts));
    },
  );

  it('describes elements that each have a row in the README', () => {
    const shown = matches(read('README.md'), /^\| (`clv-[^|]+)\|/gm).join();
    expect(elements.map(({ tag }) => tag).filter((tag) => !shown.includes(`\`${tag}\``))).toEqual([]);
  });

  it('describes the tokens that the styles read', () => {
    const tokens = matches(read('src/components/tokens.ts'), /var\(\s*(--clv-[a-z]+)/g);
    const kpis = elements.find(({ tag }) => tag === 'clv-kpis')!;
    expect(names(kpis.cssProperties)).toEqual(expect.arrayContaining(tokens));
  });

  it('is told to VS Code, with every element and token', () => {
    const html = JSON.parse(read('dist/vscode.html-custom-data.json')) as { tags: Described[] };
    expect(names(html.tags).sort()).toEqual(elements.map(({ tag }) => tag).sort());
    const css = JSON.parse(read('dist/vscode.css-custom-data.json')) as { properties: Described[] };
    expect(names(css.properties)).toContain('--clv-accent');
  });

  it('is as new as the sources', () => {
    // Each component's folder has a module in it; a component that was added without a build would not.
    const folders = readdirSync('src/components', { withFileTypes: true })
      .filter((each) => each.isDirectory())
      .map(({ name }) => name);
    for (const folder of folders)
      expect(manifest.modules.some(({ path }) => path.includes(`/components/${folder}/`))).toBe(true);
  });
});
