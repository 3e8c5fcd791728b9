const { join } = require('node:path');

const typescript = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, useDefineForClassFields: false },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

/** Jest in ESM mode, the only mode in which arquero, ml-kmeans and lit all import. */
module.exports = (displayName, overrides = {}) => ({
  displayName,
  testEnvironment: join(__dirname, 'fast-globals-environment.cjs'),
  rootDir: process.cwd(),
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', typescript] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFilesAfterEnv: [join(__dirname, 'fail-on-console.cjs')],
  // It ends what hangs: no test fails for being slow, on whatever machine.
  testTimeout: 600_000,
  ...overrides,
});
