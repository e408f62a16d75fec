// Puts the flags beside the built pages, named by the codes of the IOC: no page asks anybody else for them.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { flagOf, nationCodes } from './shared/nations.ts';

/** D2: who skates without a flag. */
const noFlag =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 513 342"><path fill="#c9d1dc" d="M0 0h513v342H0z"/></svg>';

const folder = join(dirname(fileURLToPath(import.meta.resolve('country-flag-icons/package.json'))), '3x2');

/** A vite plugin that adds `flags/<code>.svg` to a build. */
export function flags(): Plugin {
  return {
    name: 'flags',
    generateBundle() {
      for (const code of nationCodes) {
        const iso = flagOf(code);
        const source = iso === undefined ? noFlag : readFileSync(join(folder, `${iso}.svg`), 'utf8');
        this.emitFile({ type: 'asset', fileName: `flags/${code}.svg`, source });
      }
    },
  };
}
