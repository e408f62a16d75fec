// Headers that keep a browser from doing what our pages never need. Everything works over plain http in a hall's network.
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

const hostPattern = /^[A-Za-z0-9.:[\]-]{1,255}$/;

/** Older kiosk browsers do not take `'self'` for sockets, so the host of the request is named too. */
function ownSockets(request: { readonly headers: { readonly host?: string | undefined } }): string {
  const host = request.headers.host ?? '';
  return hostPattern.test(host) ? `ws://${host} wss://${host}` : "'self'";
}

/**
 * Pages load from us alone. No HSTS and no upgrade to https: in the hall there is no certificate, and a browser that
 * remembers one would show nothing. Opener and agent-cluster headers mean nothing on http but a warning on the console.
 */
export function pageHeaders(): RequestHandler {
  return helmet({
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        connectSrc: ["'self'", ownSockets],
        imgSrc: ["'self'", 'data:'],
        // Positions of gliding rows are style attributes; style sheets are files.
        styleSrcAttr: ["'unsafe-inline'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
  });
}

/** Any site may read the API; a page of another site can never write, as no preflight lets its token through. */
export function openToRead(request: Request, response: Response, next: NextFunction): void {
  if (request.method === 'GET' || request.method === 'HEAD') {
    response.set('Access-Control-Allow-Origin', '*');
    response.set('Access-Control-Expose-Headers', 'ETag');
    response.set('Cross-Origin-Resource-Policy', 'cross-origin');
  }
  if (request.method !== 'OPTIONS') {
    next();
    return;
  }
  response.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, HEAD',
    'Access-Control-Allow-Headers': 'If-None-Match',
    'Access-Control-Max-Age': '86400',
  });
  response.status(204).end();
}
