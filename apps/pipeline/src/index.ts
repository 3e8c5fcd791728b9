export { configJsonSchema, type Config, type ConfigInput } from './config/config.js';
export { loadConfig, parseConfig, type ConfigFlags } from './config/load-config.js';

export { readTable } from './input/read-table.js';
export type { InputTable } from './input/input-table.js';
export { runEngine } from './engine/run-engine.js';
export { type Scorer, scorerOf } from './engine/policy/scorer.js';
export type { EngineRun } from './engine/engine-run.js';
export { priorityOutreach, type OutreachEntry } from './engine/evidence/outreach.js';
export { type RunObserver, type Stage } from './engine/stages/stages.js';

export { writeRunFolder, type WrittenRun } from './run-folder/write-run-folder.js';
export { serveRun, type ServedRun } from './server/serve-run.js';

export { WriteError } from './files/write-error.js';
