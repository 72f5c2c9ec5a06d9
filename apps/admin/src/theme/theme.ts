import { theme as antd, type ThemeConfig } from 'antd';
import { componentTokens } from './component-tokens.js';
import { measures } from './measures.js';
import { dark, light } from './palette.js';

export type Scheme = 'light' | 'dark';

/**
 * `darkAlgorithm` recolours the seed colours and antd then ignores overrides of seed keys, so they are
 * stated again after it ran.
 */
const darkWithOurSeeds: typeof antd.darkAlgorithm = (seed, map) => ({
  ...antd.darkAlgorithm(seed, map),
  colorPrimary: dark.colorPrimary,
  colorSuccess: dark.colorSuccess,
  colorWarning: dark.colorWarning,
  colorError: dark.colorError,
  colorInfo: dark.colorInfo,
  colorLink: dark.colorLink,
});

/**
 * The theme for antd. The key becomes a class on every component and on <html>, where our own style sheets
 * read the same variables (`--pm-color-primary`), so no other style sheet may use that name.
 */
export function pamongTheme(scheme: Scheme, motion: boolean): ThemeConfig {
  const { inputEdge: _edge, ...colours } = scheme === 'dark' ? dark : light;
  return {
    cssVar: { key: 'tema-pamong', prefix: 'pm' },
    hashed: false,
    algorithm: scheme === 'dark' ? darkWithOurSeeds : antd.defaultAlgorithm,
    token: { ...measures, ...colours, motion },
    components: componentTokens(scheme === 'dark' ? dark : light),
  };
}
