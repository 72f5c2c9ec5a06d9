import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API listens while developing; the built admin is served by the API itself, on one origin. */
const API = process.env['PAMONG_API'] ?? 'http://localhost:3000';

const PROXY = { '/api': { target: API }, '/health': { target: API } };

export default defineConfig({
  root: import.meta.dirname,
  // `source` makes `#values` resolve to the TypeScript of libs/values, see "imports" in package.json.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  plugins: [react()],
  server: { port: 5173, proxy: PROXY },
  preview: { port: 4173, proxy: PROXY },
  build: {
    outDir: '../../dist/apps/admin',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // The content security policy allows no data: scripts or styles; small assets stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
});
