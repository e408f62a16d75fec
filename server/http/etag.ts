// Entity tags (RFC 9110, 8.8.3 and 13.1): what a client has seen, in the words of HTTP.
import { createHash } from 'node:crypto';

/** The tags of an `If-Match` or `If-None-Match` header without quotes; `*` stands for any. Weak and strong are alike. */
function tagsOf(header: string): readonly string[] {
  return header
    .split(',')
    .map((tag) =>
      tag
        .trim()
        .replace(/^W\//, '')
        .replace(/^"(.*)"$/, '$1'),
    )
    .filter((tag) => tag !== '');
}

/** True where the header names this tag (quoted, as it was sent) or `*`. */
export function tagMatches(header: string, tag: string): boolean {
  const [own] = tagsOf(tag);
  return tagsOf(header).some((seen) => seen === '*' || seen === own);
}

/** The tag of a topic's state: its version in its epoch, so never the same for two different states. */
export function stateTag(epoch: string, version: number): string {
  return `"${epoch}/${version}"`;
}

/**
 * The tag of `GET /api/v1/meets/<id>`, which shows the document and the state of its races: the document's version
 * comes first, so that the same tag serves `If-Match` (the document) and `If-None-Match` (all of it).
 */
export function meetTag(document: number, epoch?: string, version?: number): string {
  return epoch === undefined ? `"${document}"` : `"${document}/${epoch}/${version}"`;
}

/** The versions of the document that an `If-Match` header accepts; `any` for `*`. */
export function documentVersions(header: string): readonly number[] | 'any' {
  const tags = tagsOf(header);
  if (tags.includes('*')) return 'any';
  return tags.map((tag) => Number(tag.split('/')[0])).filter((version) => Number.isSafeInteger(version));
}

/** The tag of a text that has no version of its own. */
export function textTag(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}
