export type { Branded } from './brand.js';
export * from './parsed.js';
export * from './rupiah.js';
export * from './plain-date.js';
export * from './date-format.js';
