import { asMarkdown } from './tables.mjs';

/** docs/benchmarks.md: what every bench printed, with the command that prints it. */
export function benchmarksPage({ machine, versions, benches }) {
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `# What it costs, and beside whom

Written by \`npm run bench\`, which runs every bench and keeps the same figures in \`bench/results.json\`. Measured on
${machine}; ${named.join(', ')}. Where a peer runs on the same work in the same run, the ratio says more than the seconds.

${benches.map(section).join('\n\n')}
`;
}

const section = ({ name, command, lines }) => `## ${name}\n\n    ${command}\n\n${asMarkdown(lines)}`;
