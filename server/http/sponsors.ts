// `/sponsors/`: the pictures of a folder that screens turn through when nothing is on. Knows names and kinds of files, not what
// is on them; the folder is looked at anew each time, so a picture put there is shown without a restart.
import { lstat, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Express } from 'express';
import { json, send } from './reply.ts';

/** A turn of all of them takes most of an hour then; those that come first by name are shown. */
export const sponsorsMost = 200;

/** A name as people give them to files, in any script; nothing that leads to another folder, nothing hidden. */
const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ._,+&()'-]{0,120}\.(png|svg|jpe?g|webp)$/iu;

/** A picture may be replaced by another of its name. */
const keptSeconds = 60;

/** Of a drawing that somebody opens by itself no script runs, wherever it came from. */
const drawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

const isPicture = (name: string) => namePattern.test(name);

async function picturesOf(folder: string): Promise<string[]> {
  const files = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = files.filter((file) => file.isFile() && isPicture(file.name)).map(({ name }) => name);
  return names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).slice(0, sponsorsMost);
}

/** Without a folder there are no sponsors, and the list says so. */
export function mountSponsors(app: Express, folder: string | undefined): void {
  app.get('/sponsors', async (request, response) => {
    const pictures = folder === undefined ? [] : await picturesOf(folder);
    send(request, response, json(200, { pictures }));
  });
  app.get('/sponsors/:name', async ({ params: { name } }, response, next) => {
    if (folder === undefined || !isPicture(name)) return next();
    // A link would lead out of the folder.
    const file = await lstat(join(folder, name)).catch(() => undefined);
    if (file?.isFile() !== true) return next();
    const policy = extname(name).toLowerCase() === '.svg' ? { 'Content-Security-Policy': drawingPolicy } : {};
    response.sendFile(name, { root: folder, maxAge: keptSeconds * 1000, headers: policy });
  });
}
