// Where the program starts, for the search for dead code. What nothing below reaches is dead; nothing is excused.
import type { KnipConfig } from 'knip';

/** Pages name their script and style sheets in HTML, and style sheets each other and the fonts; knip reads only code. */
function asImports(text: string, reference: RegExp): string {
  return [...text.matchAll(reference)].map(([, name]) => `import ${JSON.stringify(name)};`).join('\n');
}

export default {
  // Languages are found by their names; the last is started by a test as a process of its own.
  entry: [
    'server/main.ts',
    'client/*/index.html',
    'client/kit/languages/*.ts',
    'test/**/*.test.ts',
    'test/journal/writer.ts',
  ],
  project: ['{server,client,shared,test}/**/*.{ts,css,html}', 'vite.*.ts'],
  compilers: {
    html: (text: string) => asImports(text, /(?:src|href)="(\.[^"]+\.(?:ts|css))"/g),
    css: (text: string) => asImports(text, /(?:@import |url\()"([^"]+)"/g),
  },
  // A type may be exported beside the schema or function that uses it.
  ignoreExportsUsedInFile: { interface: true, type: true },
} satisfies KnipConfig;
