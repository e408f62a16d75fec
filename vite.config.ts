// Builds the pages: one folder of client/ a screen, to dist/client, which the server serves as it is.
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { flags } from './vite.flags.ts';

const client = resolve(import.meta.dirname, 'client');
const pages = ['arena', 'commentator', 'console', 'home', 'lapcounter', 'overlay', 'results', 'rundown', 'screen'];

/** What only some pages say is fetched by these alone (word-set.ts). */
const ofAll = /^(?!.*(?:\/languages\/\w+\/|\/(?:air|desk|home)-words|\/word-set))/;

/** What nearly all pages share is one file, what those of a hall share another: many small ones are larger together. */
const groups = [
  { name: 'kit', test: ofAll, minShareCount: 5 },
  { name: 'hall', test: /\/client\/arena\//, minShareCount: 3 },
];

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
      output: { codeSplitting: { groups } },
    },
  },
});
