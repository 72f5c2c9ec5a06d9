export { areaKey, ensureAreas, type AreaPath } from './area/ensure-areas.js';
export { officialById, signatories, type Official } from './official/official.queries.js';
export { villageProfile, type VillageProfile } from './profile/profile.queries.js';
export { provisionRegency, type CodeValue } from './provision/provision-regency.js';
export { readRegions, type RegionFact, type RegionKind } from './region/region-data.js';
export * from './setting/known-settings.js';
export { resolveSetting, settingOn, type ResolvedSetting } from './setting/setting.queries.js';
export { words, type Words } from './words/words.js';
