// A form as Discord shows it, within what it takes, and what was written in it.

import type { Form, FormField } from '../../src/domain.ts'
import { plainText } from '../../src/message/plain-text.ts'
import { idOfRef } from './keyboard.ts'
import { shortened } from './shortened.ts'

const LONGEST = { title: 45, label: 45, hint: 100, choice: 100, words: 4_000, selectHint: 150 }
const MOST_FIELDS = 5
const MOST_CHOICES = 25

export function modalOf({ title, ref, fields }: Form) {
  return {
    title: cut(title, LONGEST.title),
    custom_id: idOfRef(ref),
    components: fields.slice(0, MOST_FIELDS).map((field) => ({
      type: 18 as const,
      label: cut(field.label, LONGEST.label),
      component: inputOf(field),
    })),
  }
}

/** What was written or chosen, by the name of its field; what was left empty is left out. */
export function filledIn(components: readonly unknown[]): Readonly<Record<string, string>> {
  return Object.fromEntries(components.flatMap(entriesIn))
}

function inputOf(field: FormField) {
  const { name, isRequired: required } = field
  if (field.kind === 'words')
    return {
      type: 4 as const,
      custom_id: name,
      style: 2 as const,
      required,
      max_length: Math.min(field.longest, LONGEST.words),
      ...(field.hint !== undefined && { placeholder: cut(field.hint, LONGEST.hint) }),
    }
  return {
    type: 3 as const,
    custom_id: name,
    required,
    options: field.choices
      .filter(({ value }) => value.length <= LONGEST.choice)
      .slice(0, MOST_CHOICES)
      .map(({ label, value }) => ({ label: cut(label, LONGEST.choice), value })),
    ...(field.hint !== undefined && { placeholder: cut(field.hint, LONGEST.selectHint) }),
  }
}

function cut(text: string, longest: number): string {
  return shortened(plainText(text), longest)
}

function entriesIn(component: unknown): readonly (readonly [string, string])[] {
  if (typeof component !== 'object' || component === null) return []
  if ('component' in component) return entriesIn(component.component)
  if ('components' in component && Array.isArray(component.components))
    return component.components.flatMap(entriesIn)
  const {
    custom_id: name,
    value,
    values,
  } = component as { custom_id?: string; value?: string; values?: readonly string[] }
  const written = value ?? values?.[0] ?? ''
  return name === undefined || written === '' ? [] : [[name, written]]
}
