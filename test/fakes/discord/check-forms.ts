// Whether Discord would take a form, choices, or a list of commands.

import { z } from 'zod'
import { invalidForm } from './api-error.ts'

const text = (least: number, most: number) => z.string().min(least).max(most)

const input = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal(4),
    custom_id: text(1, 100),
    style: z.union([z.literal(1), z.literal(2)]),
    min_length: z.int().min(0).max(4_000).optional(),
    max_length: z.int().min(1).max(4_000).optional(),
    required: z.boolean().optional(),
    placeholder: text(0, 100).optional(),
  }),
  z.strictObject({
    type: z.literal(3),
    custom_id: text(1, 100),
    required: z.boolean().optional(),
    placeholder: text(0, 150).optional(),
    options: z
      .array(z.strictObject({ label: text(1, 100), value: text(1, 100) }))
      .min(1)
      .max(25),
  }),
])

export const modal = z.strictObject({
  title: text(1, 45),
  custom_id: text(1, 100),
  components: z
    .array(z.strictObject({ type: z.literal(18), label: text(1, 45), component: input }))
    .min(1)
    .max(5),
})

export const choices = z.strictObject({
  choices: z.array(z.strictObject({ name: text(1, 100), value: text(1, 100) })).max(25),
})

const LOCALES = [
  'da',
  'de',
  'en-GB',
  'en-US',
  'es-ES',
  'es-419',
  'fr',
  'hr',
  'id',
  'it',
  'lt',
  'hu',
  'nl',
  'no',
  'pl',
  'pt-BR',
  'ro',
  'fi',
  'sv-SE',
  'vi',
  'tr',
  'cs',
  'el',
  'bg',
  'ru',
  'uk',
  'hi',
  'th',
  'zh-CN',
  'ja',
  'zh-TW',
  'ko',
] as const
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const slashName = z
  .string()
  .regex(NAME)
  .refine((name) => name === name.toLowerCase(), 'must be in small letters')
const localized = <T extends z.ZodType>(of: T) => z.partialRecord(z.enum(LOCALES), of).optional()

const option = z.strictObject({
  type: z.union([z.literal(3), z.literal(5), z.literal(7)]),
  channel_types: z.array(z.int().min(0).max(16)).optional(),
  name: slashName,
  name_localizations: localized(slashName),
  description: text(1, 100),
  description_localizations: localized(text(1, 100)),
  required: z.boolean().optional(),
  autocomplete: z.boolean().optional(),
  max_length: z.int().min(1).max(6_000).optional(),
})

const common = {
  default_member_permissions: z.string().regex(/^\d+$/).nullish(),
  contexts: z.array(z.union([z.literal(0), z.literal(1), z.literal(2)])).min(1),
  integration_types: z.array(z.union([z.literal(0), z.literal(1)])).min(1),
}

const command = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal(1),
    name: slashName,
    name_localizations: localized(slashName),
    description: text(1, 100),
    description_localizations: localized(text(1, 100)),
    options: z.array(option).max(25).optional(),
    ...common,
  }),
  z.strictObject({
    type: z.literal(3),
    name: text(1, 32),
    name_localizations: localized(text(1, 32)),
    ...common,
  }),
])
export type Command = z.infer<typeof command>

const MOST: Readonly<Record<number, number>> = { 1: 100, 3: 15 }
const LONGEST_COMMAND = 8_000

export function checkCommands(given: unknown): readonly Command[] {
  const commands = z.array(command).parse(given)
  for (const [type, most] of Object.entries(MOST)) {
    const own = commands.filter((each) => each.type === Number(type))
    if (own.length > most) throw invalidForm('', `Maximum number of application commands reached (${most})`)
    if (new Set(own.map(({ name }) => name)).size < own.length)
      throw invalidForm('name', 'Application command names must be unique')
  }
  for (const each of commands) {
    if (sizeOf(each) > LONGEST_COMMAND) throw invalidForm('', 'Command exceeds maximum size (8000)')
    const options = each.type === 1 ? (each.options ?? []) : []
    const firstOptional = options.findIndex(({ required }) => !required)
    if (firstOptional >= 0 && options.slice(firstOptional).some(({ required }) => required))
      throw invalidForm('options', 'Required options must be placed before non-required options')
  }
  return commands
}

/** Of every name and description, the longest language counts. */
function sizeOf(each: Command): number {
  const described = each.type === 1 ? [each, ...(each.options ?? [])] : []
  const longest = (own: string, others: Partial<Record<string, string>> = {}) =>
    Math.max(own.length, ...Object.values(others).map((other) => other?.length ?? 0))
  const names = each.type === 1 ? described : [each]
  return (
    names.reduce((sum, { name, name_localizations: others }) => sum + longest(name, others), 0) +
    described.reduce(
      (sum, { description, description_localizations: others }) => sum + longest(description, others),
      0,
    )
  )
}
