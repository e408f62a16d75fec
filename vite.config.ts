// Builds the pages: one folder of client/ a screen, to dist/client, which the server serves as it is.
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { flags } from './vite.flags.ts';

const client = resolve(import.meta.dirname, 'client');
const pages = ['arena', 'commentator', 'console', 'overlay', 'results', 'rundown'];

export default defineConfig({
  root: client,
  plugins: [flags()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/client'),
    emptyOutDir: true,
    // A font or icon inside a style sheet would be sent again with each change of it.
    assetsInlineLimit: 0,
    // Every browser that runs a screen knows module preloading; the polyfill would be the page's only inline script.
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: {
      input: Object.fromEntries(pages.map((page) => [page, resolve(client, page, 'index.html')])),
      // What nearly all pages share is one file: many small ones are larger together, and each is asked for by itself.
      output: { codeSplitting: { groups: [{ name: 'kit', minShareCount: 5 }] } },
    },
  },
});
