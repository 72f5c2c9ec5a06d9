/** What every suite shares: native ES modules, swc, and `#lib` resolving to sources (package.json "imports"). */
export const base = {
  rootDir: '..',
  // Not in the temporary directory, which npm test gives to each run anew.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  // Jest would leave one core idle, which on two cores is half of them.
  maxWorkers: 2,
  // A worker that has held the whole application twenty times over needs up to a second to give its memory back on a
  // busy machine; by the usual half second Jest would call that a leak. What really stays open is still named.
  workerGracefulExitTimeout: 10_000,
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
};

/** What the suites add that need Postgres: the server, and a migrated database for each worker (test/support/README.md). */
export const onPostgres = {
  globalSetup: '<rootDir>/test/support/database-setup.mjs',
  globalTeardown: '<rootDir>/test/support/database-teardown.mjs',
  setupFiles: ['<rootDir>/test/support/worker-environment.mjs'],
  testTimeout: 20_000,
};
