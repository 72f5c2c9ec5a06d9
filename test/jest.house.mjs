import { base, onPostgres } from './jest.base.mjs';

/** The rules of the house: table classes, routes, roles, names and sizes, drift. */
export default { ...base, ...onPostgres, displayName: 'house', testTimeout: 60_000, testMatch: ['<rootDir>/test/house/**/*.spec.ts', '<rootDir>/docker/**/*.spec.ts'] };
