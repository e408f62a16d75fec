import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { built } from '../built.ts';

/** Design bar: all the JavaScript of the arena page, gzipped. */
const scriptsMostBytes = 25_000;

async function filesOf(ending: string): Promise<{ name: string; text: string }[]> {
  const pages = built('pages');
  const names = (await readdir(pages, { recursive: true })).filter((name) => name.endsWith(ending));
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(pages, name), 'utf8') })));
}

/** The scripts a page loads before anybody does anything: those it names, and what they import at once. */
async function scriptsOf(page: string): Promise<string[]> {
  const pages = built('pages');
  const html = await readFile(join(pages, page, 'index.html'), 'utf8');
  const wanted = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, name = '']) => name);
  const texts = new Map<string, string>();
  for (const name of wanted) {
    if (texts.has(name)) continue;
    const text = await readFile(join(pages, name), 'utf8');
    texts.set(name, text);
    const imports = text.matchAll(/(?:import|from)\s*["']\.\/([^"']+\.js)["']/g);
    for (const [, file = ''] of imports) wanted.push(`assets/${file}`);
  }
  return [...texts.values()];
}

it('[V12] all JavaScript of the arena page is under 25 kB gzipped', async () => {
  const scripts = await scriptsOf('arena');
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.reduce((sum, text) => sum + gzipSync(text).length, 0);
  expect(bytes).toBeLessThan(scriptsMostBytes);
  expect(bytes).toBeGreaterThan(5000);
});

it('[V12] zod reaches no browser', async () => {
  for (const { text } of await filesOf('.js')) {
    expect(text).not.toMatch(/\bzod\b|ZodError|safeParse|strictObject|_zod/i);
  }
});

it('[V12] a page refers to no other host', async () => {
  const all = [...(await filesOf('.js')), ...(await filesOf('.css')), ...(await filesOf('.html'))];
  const addresses = all.flatMap(({ text }) => text.match(/\b(?:https?|wss?):\/\/[^\s"'`)]+/g) ?? []);
  // Names of XML are spelt like addresses, and Lit names the page of an error; nobody asks for them.
  const names = /^http:\/\/www\.w3\.org\/|^https:\/\/lit\.dev\/msg\//;
  expect(addresses.filter((address) => !names.test(address))).toEqual([]);
});

it('[V12] whatever may be cached for ever has its content in its name, and no script stands in the page', async () => {
  const pages = built('pages');
  const assets = await readdir(join(pages, 'assets'));
  expect(assets.filter((name) => !/-[\w-]{8}\.\w+$/.test(name))).toEqual([]);
  const html = await readFile(join(pages, 'arena/index.html'), 'utf8');
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=/);
  expect(html.match(/(?:src|href)="([^"]+)"/g)?.every((link) => link.includes('="/assets/'))).toBe(true);
});
