// Every named schema of the API, for OpenAPI: the shared ones by their names, and the envelopes only HTTP has.
import { z } from 'zod';
import { boardSchema } from '../../shared/board.ts';
import { factDraftSchema } from '../../shared/facts.ts';
import { entryChangesSchema, meetSchema } from '../../shared/meet.ts';
import { eventStateSchema, meetStateSchema } from '../../shared/meet-state.ts';
import { onAirActionSchema, onAirStateSchema } from '../../shared/on-air.ts';
import { screenSettingsSchema, screenStateSchema, screensStateSchema } from '../../shared/screen.ts';
import { selectionsStateSchema } from '../../shared/selection-state.ts';
import { tapeFrameSchema } from '../../shared/wire.ts';
import { idSchema } from '../../shared/words.ts';

const count = z.int().nonnegative();
const version = z.int().nonnegative().describe('Rises with every change of the state within an epoch.');
const epoch = z.string().describe('Which opening of which journal.');

const faultSchema = z.object({
  index: count.optional().describe('Which fact, from 0.'),
  line: z.int().min(1).optional().describe('Which line of the body, from 1.'),
  column: z.int().min(1).optional(),
  field: z.string().optional().describe('Path of the field, as in order.0.1'),
  says: z.string(),
});

const problemSchema = z.object({
  type: z.string().describe('urn:splitcast:problem:<code>'),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('What is wrong and what to do, for people.'),
  code: z.string().describe('What is wrong, for programs.'),
  errors: z.array(faultSchema).optional(),
});

const factsReceiptSchema = z.object({
  accepted: count,
  duplicates: count.describe('Facts that were stored before with the same content.'),
  lastSeq: count.describe('The newest seq of the journal.'),
});

const previewSchema = z.object({
  patches: z.record(z.string(), z.record(z.string(), z.unknown())).describe('By topic, an RFC 7396 merge patch.'),
});

const nowAnswerSchema = z.object({
  epoch,
  version,
  meet: idSchema.optional(),
  race: idSchema.optional(),
  onIce: z.array(idSchema),
  next: idSchema.optional(),
  lastResult: idSchema.optional(),
});

const remarkSchema = z.object({
  line: z.int().min(1).optional().describe('Of the file.'),
  index: count.optional().describe('Which entry of a JSON list, from 0.'),
  field: z.string().optional(),
  says: z.string(),
});

const entriesReceiptSchema = z.object({
  stored: z.boolean().describe('False of a dry run, and where the list changes nothing.'),
  version: z.int().min(1).describe('Of the meet now.'),
  understood: z.object({
    format: z.enum(['csv', 'json']),
    encoding: z.string(),
    separator: z.string().optional(),
    ignored: z.array(z.string()).describe('Titles of columns nobody knows.'),
    lines: count,
  }),
  entries: z.array(
    z.object({
      race: idSchema,
      entry: idSchema,
      name: z.string(),
      change: z.enum(['added', 'changed', 'removed', 'order']),
      fields: z.array(z.string()).optional(),
    }),
  ),
  athletes: z.array(z.object({ athlete: idSchema, name: z.string(), change: z.enum(['added', 'changed']) })),
  remarks: z.array(remarkSchema).describe('What the list says and cannot change.'),
});

/** An entry of a list: that of a meet document, or by name, with its race. */
const startListItemSchema = z
  .object({ race: z.string().optional(), id: idSchema.optional(), ...entryChangesSchema.shape })
  .omit({ added: true });

/** What a body may be; what has a default may be left out. */
const taken = {
  Fact: factDraftSchema,
  FactOrFacts: z.union([factDraftSchema, z.array(factDraftSchema).min(1)]),
  Meet: meetSchema,
  StartList: z.array(startListItemSchema).min(1),
  StartListFile: z.string().describe('CSV in any of the usual encodings and separators.'),
  ScreenSettings: screenSettingsSchema,
  OnAirAction: onAirActionSchema,
};

/** What is answered, defaults filled in. */
const answered = {
  Board: boardSchema,
  Programme: meetStateSchema,
  MeetDocument: meetSchema,
  Problem: problemSchema,
  FactsAnswer: z.union([factsReceiptSchema, previewSchema]),
  MeetReceipt: z.object({ version: z.int().min(1), seq: z.int().min(1) }),
  MeetsAnswer: z.object({ epoch, meets: z.array(meetStateSchema.shape.meet) }),
  MeetAnswer: z.object({ epoch, version, meet: meetSchema, programme: meetStateSchema.optional() }),
  RaceAnswer: z.object({ epoch, version, board: boardSchema }),
  EventAnswer: z.object({ epoch, version, ...eventStateSchema.shape }),
  SelectionAnswer: z.object({ epoch, version, ...selectionsStateSchema.shape }),
  NowAnswer: nowAnswerSchema,
  ScreenAnswer: screenStateSchema,
  ScreensAnswer: screensStateSchema,
  OnAirAnswer: onAirStateSchema,
  TapeFrame: tapeFrameSchema,
  EntriesAnswer: z.array(startListItemSchema).describe('One object an entry, with the race it is of.'),
  StartListText: z.string().describe('CSV, the first line names the columns.'),
  ResultText: z.string().describe('CSV with a line of titles.'),
  EntriesReceipt: entriesReceiptSchema,
  ApiDocument: z.record(z.string(), z.unknown()),
};

/** The name of a schema of the API. */
export type SchemaName = keyof typeof taken | keyof typeof answered;

type JsonSchema = Readonly<Record<string, unknown>>;
type Override = NonNullable<z.core.ToJSONSchemaParams['override']>;

/** Answers stay open for the fields of later versions, and what zod writes is mended where it is no valid schema. */
const override: Override = ({ zodSchema, jsonSchema: made }) => {
  if (Array.isArray(made.prefixItems) && made.prefixItems.length === 0) {
    delete made.prefixItems;
    made.maxItems = 0;
  }
  if (zodSchema instanceof z.ZodObject && zodSchema.def.catchall === undefined) delete made.additionalProperties;
};

/** A zod schema as JSON Schema 2020-12, all in one. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, override });
  return rest;
}

/** The `components/schemas` of OpenAPI; a named schema inside another is a reference. */
export function schemaComponents(): Readonly<Record<string, JsonSchema>> {
  return { ...named(taken, 'input'), ...named(answered, 'output') };
}

function named(
  schemas: Readonly<Record<string, z.ZodType>>,
  io: 'input' | 'output',
): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { io, override, uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(made.schemas).map(([id, { $schema, $id, ...rest }]) => [id, rest]));
}
