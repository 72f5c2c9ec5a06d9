import { base, onPostgres } from './jest.base.mjs';

/** The built admin and the portal in headless Chromium; one after the other, because two browsers starve two cores. */
export default { ...base, ...onPostgres, displayName: 'browser', maxWorkers: 1, testTimeout: 180_000, testMatch: ['<rootDir>/test/browser/**/*.e2e-spec.ts'] };
