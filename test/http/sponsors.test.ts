import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sponsorsMost } from '../../server/http/sponsors.ts';
import { stand } from './stand.ts';

const home = mkdtempSync(join(tmpdir(), 'splitcast-sponsors-'));
const folder = join(home, 'pictures');
const many = join(home, 'many');
for (const name of [folder, many, join(folder, 'sub.png')]) mkdirSync(name);
const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
for (const name of ['10.SVG', 'Café & zoon.png', '9.webp', 'notes.txt', '.hidden.png', 'page.html', 'x.svg.html']) {
  writeFileSync(join(folder, name), name.endsWith('SVG') ? drawing : 'x');
}
writeFileSync(join(home, 'outside.png'), 'outside');
symlinkSync(join(home, 'outside.png'), join(folder, 'link.png'));
for (let n = 0; n <= sponsorsMost; n += 1) writeFileSync(join(many, `p${1000 + n}.png`), '');
afterAll(() => rmSync(home, { recursive: true }));

test('[V40] the pictures of the folder are listed by name, and nothing else of it', async () => {
  await using server = await stand({ sponsorsFolder: folder });
  for (const path of ['/sponsors', '/sponsors/']) {
    expect((await server.get(path)).json).toEqual({ pictures: ['9.webp', '10.SVG', 'Café & zoon.png'] });
  }
  const picture = await server.get(`/sponsors/${encodeURIComponent('Café & zoon.png')}`);
  expect(picture.text).toBe('x');
  expect(picture.headers.get('content-type')).toBe('image/png');
});

test('[V40] no link, no other kind of file and no way out of the folder is served', async () => {
  await using server = await stand({ sponsorsFolder: folder });
  const names = [
    'link.png',
    'notes.txt',
    '.hidden.png',
    'sub.png',
    'none.png',
    '..%2foutside.png',
    '%2e%2e%5coutside.png',
  ];
  for (const name of names) expect((await server.get(`/sponsors/${name}`)).status, name).toBe(404);
});

test('[V40] a drawing that is opened by itself runs no script', async () => {
  await using server = await stand({ sponsorsFolder: folder });
  const { headers } = await server.get('/sponsors/10.SVG');
  expect(headers.get('content-type')).toBe('image/svg+xml');
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*; sandbox$/);
});

test('[V40] of too many pictures the first are listed; without a folder, or without it any more, there are none', async () => {
  await using server = await stand({ sponsorsFolder: many });
  const { pictures } = (await server.get('/sponsors')).json;
  expect(pictures).toHaveLength(sponsorsMost);
  expect(pictures.at(-1)).toBe(`p${1000 + sponsorsMost - 1}.png`);
  await using without = await stand();
  expect((await without.get('/sponsors')).json).toEqual({ pictures: [] });
  expect((await without.get('/sponsors/9.webp')).status).toBe(404);
  await using gone = await stand({ sponsorsFolder: join(home, 'gone') });
  expect((await gone.get('/sponsors')).json).toEqual({ pictures: [] });
});
