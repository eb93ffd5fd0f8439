import * as z from 'zod';
import { nearestName } from './nearest-name.ts';

/** A field that nobody reads. */
export interface UnknownField {
  path: PropertyKey[];
  /** The field that may have been meant; null where none has a name like it. */
  meant: string | null;
}

/** More than a person wrote by mistake. */
const most = 20;

/** The fields of a value that a schema does not know, in order; the first few. */
export function unknownFields(schema: z.ZodType, value: unknown): UnknownField[] {
  const found: UnknownField[] = [];
  look(schema, value, [], found);
  return found.slice(0, most);
}

function look(schema: z.ZodType, value: unknown, path: PropertyKey[], found: UnknownField[]) {
  if (typeof value !== 'object' || value === null || found.length >= most) return;
  const inner = inside(schema);
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    for (const [at, one] of value.entries()) look(typeOf(inner.element), one, [...path, at], found);
  } else if (inner instanceof z.ZodObject) {
    const names = Object.keys(inner.shape);
    for (const [name, one] of Object.entries(value)) {
      const here = [...path, name];
      const field = Object.hasOwn(inner.shape, name) ? inner.shape[name] : undefined;
      if (field !== undefined) look(typeOf(field), one, here, found);
      else found.push({ path: here, meant: nearestName(name, names) });
    }
  }
}

/** What is left of a schema without what may be missing, and what is done before and after. */
function inside(schema: z.ZodType): z.ZodType {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  ) {
    return inside(typeOf(schema.unwrap()));
  }
  if (schema instanceof z.ZodPipe) {
    return inside(typeOf(schema.in instanceof z.ZodTransform ? schema.out : schema.in));
  }
  return schema;
}

function typeOf(type: z.core.$ZodType): z.ZodType {
  return type as z.ZodType;
}
