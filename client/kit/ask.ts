// Requests of pages that have a token, which goes into a header and nowhere else; answers and refusals are values.

/** `status` 0: no answer came, so nobody knows whether it was stored. */
export interface Refused {
  readonly ok: false;
  readonly status: number;
  readonly detail: string;
}

export type Answer<T> = ({ readonly ok: true } & T) | Refused;

export async function ask<T extends object>(
  token: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer<T>> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  try {
    const answer = await fetch(path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    const document = (await answer.json()) as T & { detail?: string };
    if (answer.ok) return { ok: true, ...document };
    return { ok: false, status: answer.status, detail: document.detail ?? String(answer.status) };
  } catch {
    return { ok: false, status: 0, detail: '' };
  }
}

/** Whether the server knows the token, and lets it decide. */
export function knows(token: string): Promise<Answer<object>> {
  return ask(token, 'GET', '/api/v1/screens');
}
