import { z } from 'zod'

/**
 * The JSON Schema of a reply, as strict servers take it: without limits of numbers, which zod adds for whole ones, and
 * without the draft's name.
 */
export function jsonSchemaOf(schema: z.ZodType): Readonly<Record<string, unknown>> {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      delete jsonSchema.minimum
      delete jsonSchema.maximum
    },
  })
  return json
}
