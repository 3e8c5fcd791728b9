import { asMarkdown } from './tables.mjs';

/** docs/benchmarks.md: what every bench printed, with the command that prints it and what it ran on. */
export const benchmarksPage = (benches) => `# What it costs, and beside whom

Written by \`npm run bench\`, which keeps the same figures in \`bench/results.json\`. Where a peer runs on the same work in the
same run, the ratio says more than the seconds.

${benches.map(section).join('\n\n')}
`;

const section = ({ name, command, machine, versions, lines }) => `## ${name}

    ${command}

On ${machine}; ${Object.entries(versions)
  .map(([tool, version]) => `${tool} ${version}`)
  .join(', ')}.

${asMarkdown(lines)}`;
