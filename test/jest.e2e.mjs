import { base, onPostgres } from './jest.base.mjs';

/** Stories through the HTTP API, with the worker beside it. */
export default { ...base, ...onPostgres, displayName: 'e2e', testTimeout: 60_000, testMatch: ['<rootDir>/test/e2e/**/*.e2e-spec.ts'] };
