/** Jest runs TypeScript as ES modules; types are checked once by `tsc` in the lint stage, not per test file. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, diagnostics: false }] },
  // TypeScript rewrites the ending of relative imports from .ts to .js; the file on disk is still .ts.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/out/', '<rootDir>/actions/[^/]+/dist/'],
  // Two cores: a bundle test starts subprocesses of its own.
  maxWorkers: 2,
  testTimeout: 60_000,
};
