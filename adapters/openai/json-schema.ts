import { z } from 'zod'

/**
 * The JSON Schema of a reply, as strict servers take it: without limits of numbers, which zod adds for whole ones, and
 * without the draft's name. With `sentences`, a number that names one can be no other than 1 to so many.
 */
export function jsonSchemaOf(schema: z.ZodType, sentences?: number): Readonly<Record<string, unknown>> {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      delete jsonSchema.minimum
      delete jsonSchema.maximum
      const { isSentence } = jsonSchema
      delete jsonSchema.isSentence
      if (isSentence && sentences) jsonSchema.enum = Array.from({ length: sentences }, (_, at) => at + 1)
    },
  })
  return json
}
