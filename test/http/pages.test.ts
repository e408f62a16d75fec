import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { stand } from './stand.ts';

const folder = mkdtempSync(join(tmpdir(), 'splitcast-pages-'));
for (const name of ['arena', 'assets', 'home']) mkdirSync(join(folder, name));
writeFileSync(join(folder, 'arena', 'index.html'), '<!doctype html><title>Arena</title>');
writeFileSync(join(folder, 'home', 'index.html'), '<!doctype html><title>Home</title>');
writeFileSync(join(folder, 'assets', 'arena-B1xQ.js'), 'export const page = 1;');
writeFileSync(join(folder, 'secret.html'), 'secret');
afterAll(() => rmSync(folder, { recursive: true }));

describe('built pages', () => {
  test.each(['/arena', '/arena/', '/arena?race=ms-final'])(
    '[R4] %s is the page, asked for anew each time',
    async (path) => {
      await using server = await stand({ pagesFolder: folder });
      const answer = await server.get(path);
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('<title>Arena</title>');
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    },
  );

  test('[R4] assets are kept for ever', async () => {
    await using server = await stand({ pagesFolder: folder });
    const answer = await server.get('/assets/arena-B1xQ.js');
    expect(answer.text).toBe('export const page = 1;');
    expect(answer.headers.get('content-type')).toContain('javascript');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test('[R4] the first address is the page that names the others', async () => {
    await using server = await stand({ pagesFolder: folder });
    const answer = await server.get('/');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('<title>Home</title>');
  });

  test('[R4] what is no page is 404, and nothing else of the folder is served', async () => {
    await using server = await stand({ pagesFolder: folder });
    for (const path of [
      '/nothing',
      '/assets',
      '/assets/none.js',
      '/secret.html',
      '/arena/index.html',
      '/..%2fsecret.html',
      '/favicon.ico',
    ]) {
      const answer = await server.get(path);
      expect(answer.json, path).toMatchObject({ status: 404 });
    }
  });
});

describe('pages that are not built', () => {
  test('[R5] a page is 503 and names the command, and the API works', async () => {
    await using server = await stand({ pagesFolder: join(folder, 'none') });
    const answer = await server.get('/arena');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.text).toContain('npm run build');
    expect((await server.get('/api/v1/now')).status).toBe(200);
  });

  test('[R5] a build made while the server runs is seen at once', async () => {
    const later = join(folder, 'later');
    await using server = await stand({ pagesFolder: later });
    expect((await server.get('/arena')).status).toBe(503);
    mkdirSync(join(later, 'arena'), { recursive: true });
    writeFileSync(join(later, 'arena', 'index.html'), 'built');
    expect((await server.get('/arena')).text).toBe('built');
  });
});
