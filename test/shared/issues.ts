// What a schema says about a value, short enough to compare: nothing, or the fields it names.
import type { z } from 'zod';

/** The dotted paths of everything refused, unknown fields by their own name; empty where all is well. */
export function refusals(schema: z.ZodType, value: unknown): string[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, key].join('.'))
      : [issue.path.join('.')],
  );
}
