import * as z from 'zod';

/** A zod type as the JSON Schema that Fastify validates by and OpenAPI prints. */
export function schemaOf(type: z.ZodType): object {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(type, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
  });
  return schema;
}
