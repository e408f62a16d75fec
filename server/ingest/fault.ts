// What is wrong with a message, in one sentence: the field and what is said of it.
import type { z } from 'zod';

/** The first fault zod found. */
export function faultOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'it has another shape than expected';
  const field = issue.path.join('.');
  return field === '' ? issue.message : `${field}: ${issue.message}`;
}
