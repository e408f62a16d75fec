// `/api/v1/screens`: what the named screens of a hall are told to show, and what they say they show. For operators.
import { type ScreenSettings, screenSettingsSchema } from '../../shared/screen.ts';
import { idSchema } from '../../shared/words.ts';
import { parseJson } from './json-text.ts';
import type { HttpParts } from './parts.ts';
import { problem } from './problem.ts';
import { json, type Reply } from './reply.ts';
import type { Asked, Route } from './route.ts';
import { schemaFaults } from './schema-faults.ts';

/** Far more than any settings take. */
const bodyBytes = 16 * 1024;

const fresh = { 'Cache-Control': 'no-store' };

export function screenRoutes({ screens }: Pick<HttpParts, 'screens'>): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/v1/screens',
      name: 'listScreens',
      says: 'The named screens: what each is told to show, how many browsers show it, and how far behind they are.',
      roles: ['operator'],
      answers: { 200: { says: 'The screens.', schema: 'ScreensAnswer' } },
      handle: () => json(200, screens.list(), fresh),
    },
    {
      method: 'put',
      path: '/api/v1/screens/{id}',
      name: 'putScreen',
      says: 'Tells a screen what to show; it does so at once, or when it comes.',
      roles: ['operator'],
      body: { limitBytes: bodyBytes, types: { 'application/json': 'ScreenSettings' } },
      answers: {
        200: { says: 'Told.', schema: 'ScreenAnswer' },
        400: { says: 'The body is not JSON.' },
        409: { says: 'There are as many screens as can be.' },
        413: { says: `Over ${bodyBytes} bytes.` },
        415: { says: 'Not JSON.' },
        422: { says: 'The settings are wrong; each field is named.' },
      },
      handle: (asked) => putScreen(screens, asked),
    },
    {
      method: 'delete',
      path: '/api/v1/screens/{id}',
      name: 'forgetScreen',
      says: 'A screen of this name is told nothing any more, and follows what is on.',
      roles: ['operator'],
      answers: { 200: { says: 'Forgotten.', schema: 'ScreensAnswer' }, 404: { says: 'No such screen.' } },
      handle: ({ id }) =>
        screens.forget(id)
          ? json(200, screens.list(), fresh)
          : problem('not-found', `No screen "${id}" was told anything. GET /api/v1/screens lists them.`),
    },
  ];
}

function putScreen(screens: HttpParts['screens'], { id, text }: Asked): Reply {
  if (!idSchema.safeParse(id).success) {
    return problem('invalid', `A screen's name is 1 to 64 of A-Z a-z 0-9 . _ : - and "${id}" is not.`);
  }
  const settings = readSettings(text);
  if ('status' in settings) return settings;
  if (screens.tell(id, settings)) return json(200, { name: id, settings }, fresh);
  return problem('too-many-screens', 'There are as many screens as can be; forget one that is not used any more.');
}

function readSettings(text: string): ScreenSettings | Reply {
  const read = parseJson(text);
  if ('mistake' in read) {
    const { line, column, says } = read.mistake;
    return problem('malformed-json', `The body ${says}.`, { errors: [{ line, column, says: `The body ${says}` }] });
  }
  const result = screenSettingsSchema.safeParse(read.value);
  if (result.success) return result.data;
  const errors = schemaFaults(read.value, result.error.issues);
  return problem('invalid', `The screen is not told: ${errors[0]?.says}.`, { errors });
}
