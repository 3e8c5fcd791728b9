#!/usr/bin/env node
// A file of its own, so that npm can link it before anything is built.
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

// Node 20 optimizes functions that have run for a moment, on processors that a run of seconds needs itself: later is sooner.
// Later versions go by other marks, and would complain.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=540000');

if (existsSync(new URL('../dist/cli.js', import.meta.url))) await import('../dist/cli.js');
else {
  process.stderr.write('error: clv is not built yet; npm run build, at the top of the repository, does it\n');
  process.exitCode = 2;
}
