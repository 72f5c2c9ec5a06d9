import { base, onPostgres } from './jest.base.mjs';

/** One verb against real Postgres, as the app role, always with two villages. */
export default {
  ...base,
  ...onPostgres,
  displayName: 'db',
  testMatch: ['<rootDir>/libs/**/*.db-spec.ts', '<rootDir>/apps/{api,worker,portal,cli}/**/*.db-spec.ts', '<rootDir>/test/support/*.db-spec.ts'],
};
