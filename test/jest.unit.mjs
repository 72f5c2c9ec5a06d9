import { base } from './jest.base.mjs';

export default { ...base, displayName: 'unit', testTimeout: 20_000, testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/{admin,api,worker,portal,cli}/**/*.spec.ts'] };
