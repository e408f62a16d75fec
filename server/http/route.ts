// A route of the API as data: one declaration is mounted on express and described in OpenAPI, so neither can drift.

import type { Request } from 'express';
import type { Holder, Role } from '../journal/tokens.ts';
import type { Reply } from './reply.ts';
import type { SchemaName } from './schemas.ts';

/** A request whose token has been checked and whose body has been read. */
export interface Asked {
  readonly request: Request;
  /** The `{id}` of the path, empty where it has none. */
  readonly id: string;
  /** Who asks; only routes with `roles` know. */
  readonly holder: Holder;
  /** Content type without parameters, and the body as text; only routes with a `body` have them. */
  readonly type: string;
  readonly text: string;
  /** The body as it came. */
  readonly bytes: Buffer;
}

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'header';
  readonly says: string;
}

/** What a status means, and the schema where it is not a problem document. */
export interface Answer {
  readonly says: string;
  readonly schema?: SchemaName;
  /** The content type where it is not JSON; the schema is then that of a line. */
  readonly type?: string;
}

export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** As OpenAPI writes it: `/api/v1/races/{id}`. */
  readonly path: string;
  readonly name: string;
  readonly says: string;
  /** Who may; anybody where absent. */
  readonly roles?: readonly Role[];
  readonly parameters?: readonly Parameter[];
  /** Content types taken, each with the schema of its body, and the most bytes of it. */
  readonly body?: {
    readonly limitBytes: number;
    readonly types: Readonly<Record<string, SchemaName>>;
    /** It need not be UTF-8: the handler looks at the bytes, and there is no text. */
    readonly anyEncoding?: boolean;
  };
  /** By status. */
  readonly answers: Readonly<Record<number, Answer>>;
  handle(asked: Asked): Reply | Promise<Reply>;
}
