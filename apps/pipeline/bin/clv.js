#!/usr/bin/env node
// A file of its own, so that npm can link it before anything is built.
import { setFlagsFromString } from 'node:v8';

// Node 20 optimizes functions that have run for a moment, on processors that a run of seconds needs itself: later is sooner.
// Later versions go by other marks, and would complain.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=540000');
await import('../dist/cli.js');
