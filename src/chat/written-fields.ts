// A line of a chat → fields of a subscription:
//
//     climate change, -football; schedule: every weekday at 7:30; zone: Europe/Berlin
//
// Topics may come first and need no name. A semicolon or a line break before the name of a field begins that field; any
// other one belongs to what is being written, so that `schedule: 0 8 * * *; 0 18 * * *` is one schedule.

import { userError } from '../message/user-error.ts'
import { fieldNamed, subscriptionFields, type WrittenFields } from './subscription-fields.ts'

/** Throws UserError when a name is no field's. */
export function writtenFields(text: string): WrittenFields {
  const parts: { name: string; value: string }[] = []
  for (const { mark, said } of partsOf(text)) {
    const { name, value } = namedPart(said)
    const last = parts.at(-1)
    if (name !== undefined) parts.push({ name, value })
    else if (last) last.value += mark + said
    else if (said.trim() !== '') parts.push({ name: 'topics', value: said })
  }
  return parts.map(({ name, value }) => [requireField(name), value.trim()] as const)
}

/** The names of all fields, for a sentence: all but the last, and it. */
export function fieldNames(): readonly [others: string, last: string] {
  const names = subscriptionFields.map(({ name }) => name)
  return [names.slice(0, -1).join(', '), names.at(-1) ?? '']
}

/** What stands between semicolons and line breaks that are not within quotation marks, each with the mark before it. */
function partsOf(text: string): readonly { readonly mark: string; readonly said: string }[] {
  return [...text.matchAll(/(^|[;\n])((?:"[^"]*"|[^";\n]|"(?![^"]*"))*)/g)].map(
    ([, mark = '', said = '']) => ({ mark, said }),
  )
}

/** `source:Courier` is a topic; what else has a colon and a space behind it looks like a field. */
function namedPart(said: string): { readonly name?: string; readonly value: string } {
  const [, name = '', value = ''] = /^\s*(\p{L}[\p{L} -]*?)\s*:(.*)$/su.exec(said) ?? []
  const isField =
    fieldNamed(name) !== undefined || (/^\s/.test(value) && !/^(?:source|category)$/i.test(name))
  return name !== '' && isField ? { name, value } : { value: said }
}

function requireField(name: string) {
  const field = fieldNamed(name)
  if (field) return field
  throw userError((wrong) => wrong.noField(name, ...fieldNames()))
}
