import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { passing, stand } from './stand.ts';

function policyFor(url: string, host: string): Promise<string> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/healthz', headers: { host } }, (response) => {
      response.resume();
      resolve(String(response.headers['content-security-policy']));
    })
      .on('error', reject)
      .end();
  });
}

describe('pages load from us alone', () => {
  test('[A19] the policy allows this origin, its sockets and nothing else', async () => {
    await using server = await stand();
    const policy = (await server.get('/arena')).headers.get('content-security-policy') ?? '';
    const { host } = new URL(server.url);
    expect(policy.split(';')).toEqual([
      "default-src 'self'",
      `connect-src 'self' ws://${host} wss://${host}`,
      "img-src 'self' data:",
      "style-src-attr 'unsafe-inline'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'self'",
    ]);
  });

  test('[A19] a forged host adds nothing to the policy', async () => {
    await using server = await stand();
    expect(await policyFor(server.url, 'a; script-src *')).toContain("connect-src 'self' 'self';");
    expect(await policyFor(server.url, '192.168.1.4:8080')).toContain('ws://192.168.1.4:8080 ');
    expect(await policyFor(server.url, '[fe80::1]:8080')).toContain('ws://[fe80::1]:8080 ');
  });

  test('[A19] nothing sends a browser to https, and nobody is told what we run on', async () => {
    await using server = await stand();
    for (const path of ['/arena', '/api/v1/now', '/nothing.here']) {
      const { headers } = await server.get(path);
      expect(headers.has('strict-transport-security')).toBe(false);
      expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
      expect(headers.has('x-powered-by')).toBe(false);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

describe('other sites', () => {
  test('[A20] any site may read, and see the tag', async () => {
    await using server = await stand();
    for (const path of ['/api/v1/now', '/api/v1/races/none']) {
      const { headers } = await server.get(path, { origin: 'https://club.example' });
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-expose-headers')).toBe('ETag');
    }
  });

  test('[A20] a preflight allows reading with a tag', async () => {
    await using server = await stand();
    const answer = await server.ask('OPTIONS', '/api/v1/races/ms-final');
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-methods')).toBe('GET, HEAD');
    expect(answer.headers.get('access-control-allow-headers')).toBe('If-None-Match');
  });

  test('[A20] neither a preflight nor an answer lets another site write', async () => {
    await using server = await stand();
    const preflight = await server.ask('OPTIONS', '/api/v1/facts');
    expect(preflight.headers.get('access-control-allow-methods')).not.toContain('POST');
    expect(preflight.headers.get('access-control-allow-headers')).not.toMatch(/authorization/i);
    const written = await server.post(passing('p1'), { origin: 'https://club.example' });
    expect(written.headers.has('access-control-allow-origin')).toBe(false);
  });

  test('[A20] pages are not opened to other sites', async () => {
    await using server = await stand();
    expect((await server.get('/arena')).headers.has('access-control-allow-origin')).toBe(false);
  });
});
