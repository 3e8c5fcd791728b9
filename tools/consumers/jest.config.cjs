module.exports = require('../jest/preset.cjs')('consumers', {
  rootDir: __dirname,
  testMatch: ['<rootDir>/*.test.ts'],
});
