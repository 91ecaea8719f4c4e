import { basename } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { packSummaries } from './src/cli/catalogue/plugin.ts';

/** The strict policy of the built page forbids the inline script by which the development server reloads modules. */
const relaxedWhileDeveloping: Plugin = {
  name: 'portside:relaxed-while-developing',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

/**
 * The interpreter of the terminal brings a converter of web pages that no node has as a program. It tries out the browser's
 * parser as soon as it is loaded, which the page's policy (Trusted Types) forbids and logs.
 */
const withoutPageConverter: Plugin = {
  name: 'portside:without-page-converter',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id === 'turndown' ? '\0turndown' : null),
  load: (id) => (id === '\0turndown' ? 'export default class {}' : null),
};

const SHARED_WORKER = '?worker-beside-the-page';

/**
 * A worker that is built as one more entry of the page, so that both share their chunks: bundled by itself it would carry
 * the whole engine a second time. `x.worker.ts?worker-beside-the-page` is a module whose default export is its address.
 */
function workersBesideThePage(): Plugin {
  let building = false;
  return {
    name: 'portside:workers-beside-the-page',
    enforce: 'pre',
    configResolved: ({ command }) => {
      building = command === 'build';
    },
    load(id) {
      if (!id.endsWith(SHARED_WORKER)) return null;
      const file = id.slice(0, -SHARED_WORKER.length);
      if (!building) return `export { default } from ${JSON.stringify(`${file}?worker&url`)};`;
      const reference = this.emitFile({ type: 'chunk', id: file, name: basename(file, '.ts') });
      return { code: `export default import.meta.ROLLUP_FILE_URL_${reference};`, moduleType: 'js', map: null };
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [react(), workersBesideThePage(), packSummaries(), relaxedWhileDeveloping, withoutPageConverter],
  // The kit is a page of its own, so that nothing of it comes with the first route.
  build: { target: 'es2023', manifest: true, rolldownOptions: { input: ['index.html', 'kit.html'] } },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    environment: 'node',
    // Nothing that is tested keeps a state of its own, so all files of a worker may share one set of modules: a third of the time.
    isolate: false,
    pool: 'threads',
  },
});
