import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { scenarioSummaries } from './src/cli/catalogue/plugin.ts';

/** The strict policy of the built page forbids the inline script by which the development server reloads modules. */
const relaxedWhileDeveloping: Plugin = {
  name: 'portside:relaxed-while-developing',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

export default defineConfig({
  base: './',
  plugins: [react(), scenarioSummaries(), relaxedWhileDeveloping],
  build: { target: 'es2023', manifest: true },
  test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx'], environment: 'node' },
});
