import { ConfigProvider } from 'antd';
import idID from 'antd/es/locale/id_ID.js';
import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { pamongTheme, type Scheme } from './theme.js';

const STORED = 'pamong.scheme';
const CLOTH = { light: '#F4F1EA', dark: '#121317' } as const;

interface SchemeSwitch {
  readonly scheme: Scheme;
  readonly toggle: () => void;
}

const SchemeContext = createContext<SchemeSwitch>({ scheme: 'light', toggle: () => undefined });

export function useScheme(): SchemeSwitch {
  return use(SchemeContext);
}

/** Follows a media query, e.g. `(max-width: 899px)`. */
export function useMedia(query: string): boolean {
  const list = useMemo(() => window.matchMedia(query), [query]);
  return useSyncExternalStore(
    (changed) => {
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => list.matches,
  );
}

/** Below this width, so also at 200 % zoom on a desk, the phone shell takes over. */
export function usePhone(): boolean {
  return useMedia('(max-width: 899px)');
}

/** Gives antd our theme, follows the system's choice of light or dark until the person chooses. */
export function ColorScheme({ children }: { children: ReactNode }) {
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const calm = useMedia('(prefers-reduced-motion: reduce)');
  const [chosen, choose] = useState<Scheme | null>(() => readChoice());
  const scheme = chosen ?? (systemDark ? 'dark' : 'light');

  useEffect(() => {
    document.documentElement.dataset['scheme'] = scheme;
    let meta = document.querySelector<HTMLMetaElement>('meta[name="theme-color"]');
    if (!meta) {
      meta = document.createElement('meta');
      meta.name = 'theme-color';
      document.head.append(meta);
    }
    meta.content = CLOTH[scheme];
  }, [scheme]);

  const value = useMemo<SchemeSwitch>(() => ({
    scheme,
    toggle: () => {
      const next = scheme === 'dark' ? 'light' : 'dark';
      localStorage.setItem(STORED, next);
      choose(next);
    },
  }), [scheme]);
  const theme = useMemo(() => pamongTheme(scheme, !calm), [scheme, calm]);

  return (
    <SchemeContext value={value}>
      <ConfigProvider theme={theme} locale={idID} wave={{ disabled: true }} form={{ requiredMark: false, validateMessages: { required: '${label} wajib diisi.' } }} button={{ autoInsertSpace: false }}>
        {children}
      </ConfigProvider>
    </SchemeContext>
  );
}

function readChoice(): Scheme | null {
  const stored = localStorage.getItem(STORED);
  return stored === 'light' || stored === 'dark' ? stored : null;
}
