import { checkExperiment } from './check/check-experiment.js';
import { crossFitUplift } from './cross-fit-uplift.js';
import { evaluateUplift } from './evaluate/evaluate-uplift.js';
import { fitUplift } from './fit-uplift.js';
import { responseGroups } from './response-groups.js';

const log = { outcome: 'stayed', offer: 'offer' };
const held = { effect: [0.1, 0.2, 0.3, 0.4], outcome: [0, 1, 1, 0], treated: [0, 1, 0, 1] };

it.each<[string, string, (misspelt: object) => unknown]>([
  ['fitUplift', 'learners', (odd) => fitUplift({}, { ...log, ...odd })],
  ['crossFitUplift', 'fold', (odd) => crossFitUplift({}, { ...log, ...odd })],
  ['checkExperiment', 'share', (odd) => checkExperiment({}, { ...log, ...odd })],
  ['evaluateUplift', 'group', (odd) => evaluateUplift({ ...held, ...odd })],
  [
    'responseGroups',
    'costs',
    (odd) => responseGroups({ effect: [], baseline: [], cost: 1, value: 2, ...odd }),
  ],
])('%s refuses a misspelt option, such as %s', async (_, name, call) => {
  await expect((async () => call({ [name]: 1 }))()).rejects.toThrow(`unknown option: ${name} (did you mean`);
});

const oneArm = { stayed: [0, 1], offer: ['none', 'call'] };

it.each<[string, object, string, (odd: object) => unknown]>([
  [
    'fitUplift',
    { seed: 0.5 },
    'seed must be a whole number: 0.5',
    (odd) => fitUplift(oneArm, { ...log, ...odd }),
  ],
  [
    'fitUplift',
    { threads: 0 },
    'threads must be a whole number of at least 1: 0',
    (odd) => fitUplift(oneArm, { ...log, ...odd }),
  ],
  [
    'crossFitUplift',
    { seed: '42' },
    'seed must be a whole number: 42',
    (odd) => crossFitUplift(oneArm, { ...log, ...odd }),
  ],
  [
    'crossFitUplift',
    { threads: NaN },
    'threads must be a whole number of at least 1: NaN',
    (odd) => crossFitUplift(oneArm, { ...log, ...odd }),
  ],
  [
    'evaluateUplift',
    { seed: NaN },
    'seed must be a whole number: NaN',
    (odd) => evaluateUplift({ ...held, ...odd }),
  ],
])('%s refuses %p', async (_, odd, message, call) => {
  await expect((async () => call(odd))()).rejects.toThrow(message);
});
