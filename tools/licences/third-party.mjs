import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The package that a file belongs to: the nearest folder above it whose package.json has a name and a version. */
function packageOf(file) {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    if (!existsSync(join(folder, 'package.json'))) continue;
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (manifest.name && manifest.version) return { ...manifest, folder };
  }
}

/** The files in which a package says under which licence it is, and whom to name. */
const textsOf = (folder) =>
  readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());

const licenceChapter = /^#+ licen[cs]e$([^#]*)/im;

/** What a package without such a file says in its package.json and its README. */
function saidBy({ folder, license, author }) {
  const readme = join(folder, 'README.md');
  const [, chapter] = (existsSync(readme) ? readFileSync(readme, 'utf8') : '').match(licenceChapter) ?? [];
  return [[license, author?.name ?? author].filter(Boolean).join(', '), chapter?.trim() ?? ''];
}

function licenceOf(found) {
  const texts = textsOf(found.folder);
  return (texts.length > 0 ? texts : saidBy(found)).join('\n\n').trim();
}

const sectionOf = (found) => `## ${found.name} ${found.version}\n\n\`\`\`\n${licenceOf(found)}\n\`\`\``;

/** What is inside the build of one of our own packages. */
function insideOf({ folder }) {
  const page = join(folder, 'dist/THIRD-PARTY.md');
  if (!existsSync(page)) return [];
  const [, ...sections] = readFileSync(page, 'utf8').split(/^(?=## )/m);
  return sections.map((section) => section.trim());
}

/** The licences of whatever is not ours among the files of a build, as a page of Markdown. */
export function thirdParty(files) {
  const packages = new Map(
    files
      .map(packageOf)
      .filter((found) => found && found.folder !== process.cwd())
      .map((found) => [found.folder, found]),
  );
  const sections = [...packages.values()].flatMap((found) =>
    found.name.startsWith('@clv/') ? insideOf(found) : [sectionOf(found)],
  );
  return `# Inside this build\n\nThe code of others, and its licences.\n\n${[...new Set(sections)].sort().join('\n\n')}\n`;
}
