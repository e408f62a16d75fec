// Every named schema of the API, for OpenAPI: the shared ones by their names, and the envelopes only HTTP has.
import { z } from 'zod';
import { boardSchema } from '../../shared/board.ts';
import { factDraftSchema } from '../../shared/facts.ts';
import { meetSchema } from '../../shared/meet.ts';
import { eventStateSchema, meetStateSchema } from '../../shared/meet-state.ts';
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

const listedMeetSchema = z.object({ ...meetStateSchema.shape.meet.shape });

/** What a name means in a request body (`in`) or in an answer (`out`: defaults are filled in). */
export const schemas = {
  Fact: { of: factDraftSchema, as: 'in' },
  FactOrFacts: { of: z.union([factDraftSchema, z.array(factDraftSchema).min(1)]), as: 'in' },
  Meet: { of: meetSchema, as: 'in' },
  Problem: { of: problemSchema, as: 'out' },
  FactsAnswer: { of: z.union([factsReceiptSchema, previewSchema]), as: 'out' },
  MeetReceipt: { of: z.object({ version: z.int().min(1), seq: z.int().min(1) }), as: 'out' },
  MeetsAnswer: { of: z.object({ epoch, meets: z.array(listedMeetSchema) }), as: 'out' },
  MeetAnswer: {
    of: z.object({ epoch, version, meet: meetSchema, programme: meetStateSchema.optional() }),
    as: 'out',
  },
  RaceAnswer: { of: z.object({ epoch, version, board: boardSchema }), as: 'out' },
  EventAnswer: { of: z.object({ epoch, version, ...eventStateSchema.shape }), as: 'out' },
  NowAnswer: { of: nowAnswerSchema, as: 'out' },
  ApiDocument: { of: z.record(z.string(), z.unknown()), as: 'out' },
} as const satisfies Record<string, { of: z.ZodType; as: 'in' | 'out' }>;
export type SchemaName = keyof typeof schemas;

type JsonSchema = Readonly<Record<string, unknown>>;

/** A zod schema as JSON Schema 2020-12 with every definition inside; answers stay open for fields of later versions. */
export function jsonSchema(schema: z.ZodType, as: 'in' | 'out'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: as === 'in' ? 'input' : 'output',
    override: ({ zodSchema, jsonSchema: made }) => {
      // "prefixItems": [] is no valid schema; the empty tuple is a list without items.
      if (Array.isArray(made.prefixItems) && made.prefixItems.length === 0) {
        delete made.prefixItems;
        made.maxItems = 0;
      }
      const isOpen = zodSchema instanceof z.ZodObject && zodSchema.def.catchall === undefined;
      if (isOpen) delete made.additionalProperties;
    },
  });
  return rest;
}

/** The `components/schemas` of OpenAPI. */
export function schemaComponents(): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(Object.entries(schemas).map(([name, { of, as }]) => [name, jsonSchema(of, as)]));
}
