/** What every suite shares: native ES modules, swc, and `#lib` resolving to sources (package.json "imports"). */
export const base = {
  rootDir: '..',
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
};

/** What the suites add that need Postgres: the server, and a migrated database for each worker (test/support/README.md). */
export const onPostgres = {
  globalSetup: '<rootDir>/test/support/database-setup.mjs',
  globalTeardown: '<rootDir>/test/support/database-teardown.mjs',
  setupFiles: ['<rootDir>/test/support/worker-environment.mjs'],
  maxWorkers: 2,
  testTimeout: 20_000,
};
