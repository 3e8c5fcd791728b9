// Most of its tests wait for a command, and they go on when those of all other rooms are done: no processor is left idle.
module.exports = require('../../tools/jest/preset.cjs')('pipeline', { maxWorkers: '100%' });
