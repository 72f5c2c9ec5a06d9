import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App } from 'antd';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { Problem } from './api/problem.js';
import { router } from './routes.js';
import { SessionProvider } from './session/session.js';
import { ColorScheme } from './theme/color-scheme.js';
import './theme/base.css';
import './parts/parts.css';
import './parts/list/list.css';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // An answer of the API is final; only a lost connection is worth a second try.
      retry: (failures, error) => !(error instanceof Problem) && failures < 2,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

const root = document.getElementById('root');
if (!root) throw new Error('ROOT_MISSING');
createRoot(root).render(
  <StrictMode>
    <ColorScheme>
      <App className="app" message={{ maxCount: 2 }}>
        <QueryClientProvider client={queries}>
          <SessionProvider>
            <RouterProvider router={router} />
          </SessionProvider>
        </QueryClientProvider>
      </App>
    </ColorScheme>
  </StrictMode>,
);
