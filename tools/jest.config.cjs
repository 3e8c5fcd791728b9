module.exports = require('./jest/preset.cjs')('tools', {
  testMatch: ['<rootDir>/{house,generate,bench}/**/*.test.ts'],
});
