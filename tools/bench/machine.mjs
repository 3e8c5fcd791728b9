import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

const peerVersions = `
import importlib
for name in ("xgboost", "econml", "sklearn", "pandas", "numpy"):
    try: print(name, importlib.import_module(name).__version__)
    except ImportError: pass
`;

/** What the figures were measured on and beside: the machine, and the versions of Node and of the peers that are there. */
export function machine() {
  const processors = cpus();
  return {
    machine: `${processors.length} x ${processors[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    versions: { node: process.version, ...peers() },
  };
}

function peers() {
  const python = process.env.CLV_PYTHON ?? '/usr/bin/python3';
  try {
    const lines = execFileSync(python, ['-c', peerVersions], { encoding: 'utf8' }).trim().split('\n');
    return Object.fromEntries(lines.filter((line) => line !== '').map((line) => line.split(' ')));
  } catch {
    return {};
  }
}
