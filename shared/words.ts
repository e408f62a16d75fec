// The primitive words every schema is built from. A leaf: it knows zod and nothing of the sport.
import { z } from 'zod';

/** An identifier as it appears in URLs, fact ids and topic names. */
export const idSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/,
    'must be 1 to 64 of A-Z a-z 0-9 . _ : - and start with a letter or digit',
  );

/** A length of time in whole microseconds; may be negative where a difference is meant. */
export const spanUsSchema = z.int();

/** A length of time in whole microseconds, never negative. */
export const durationUsSchema = z.int().nonnegative();

/** An instant: UTC microseconds since 1970, as a safe integer. */
export const instantUsSchema = z.int().nonnegative();

/** Text a person typed: kept as written, trimmed of nothing, limited in length. */
export const textSchema = z.string().min(1).max(200);

/** A longer remark. */
export const noteSchema = z.string().max(1000);

/** A count or an ordinal that starts at 1. */
export const ordinalSchema = z.int().min(1).max(9999);

/** An IOC/ISU nation code (rule D2), not an ISO one. */
export const nationSchema = z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters, as the IOC writes nations');

/** The number of a transponder as its maker prints it. */
export const transponderSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/, 'must be 1 to 32 letters, digits or dashes');

/** A photo-finish order: best first, an inner list is a dead heat, nobody twice. */
export const finishOrderSchema = z
  .array(z.array(idSchema).min(1))
  .min(1)
  .max(100)
  .refine((order) => order.flat().length <= 200, 'names more than 200 entries')
  .refine((order) => new Set(order.flat()).size === order.flat().length, 'names an entry twice');
