// Whether Discord would take a message: every limit on its words, its embeds and its components.

import { ApiError, invalidForm, refusals } from './api-error.ts'
import { FLAG, type WireComponent, type WireEmbed } from './wire.ts'

export interface MessageForm {
  readonly content?: string | null | undefined
  readonly embeds?: readonly WireEmbed[] | null | undefined
  readonly components?: readonly WireComponent[] | null | undefined
  readonly flags?: number | undefined
}

const LONGEST = {
  content: 2_000,
  title: 256,
  description: 4_096,
  embeds: 6_000,
  label: 80,
  customId: 100,
  url: 512,
}
const MOST = { embeds: 10, rows: 5, inRow: 5, components: 40, options: 25 }
const CARDS = { text: 4_000, bytes: 10_170, bytesEach: 12 }
const TYPE = {
  row: 1,
  button: 2,
  select: 3,
  section: 9,
  text: 10,
  thumbnail: 11,
  separator: 14,
  container: 17,
}
const TOP: ReadonlySet<number> = new Set([TYPE.row, TYPE.section, TYPE.text, TYPE.separator, TYPE.container])

export function checkMessage(form: MessageForm): void {
  const isCards = ((form.flags ?? 0) & FLAG.cards) !== 0
  const components = form.components ?? []
  if (isCards) {
    if (form.content || (form.embeds ?? []).length > 0)
      throw invalidForm(
        'content',
        'The content and embeds fields cannot be used when using MessageFlags.IS_COMPONENTS_V2',
      )
    if (components.length === 0) throw refusals.emptyMessage()
    checkCards(components)
  } else {
    checkContent(form)
    checkRows(components)
  }
  checkIds(components.flatMap(within))
}

function checkContent({ content, embeds }: MessageForm): void {
  if (!content?.trim() && (embeds ?? []).length === 0) throw refusals.emptyMessage()
  if ((content ?? '').length > LONGEST.content)
    throw invalidForm('content', 'Must be 2000 or fewer in length.')
  if ((embeds ?? []).length > MOST.embeds) throw invalidForm('embeds', 'Must be 10 or fewer in length.')
  let total = 0
  for (const { title = '', description = '', ...rest } of embeds ?? []) {
    if (title.length > LONGEST.title) throw invalidForm('embeds.title', 'Must be 256 or fewer in length.')
    if (description.length > LONGEST.description)
      throw invalidForm('embeds.description', 'Must be 4096 or fewer in length.')
    if (title.trim() === '' && description.trim() === '') throw refusals.emptyMessage()
    for (const key of Object.keys(rest))
      if (key !== 'color') throw new Error(`this server knows no embed.${key}`)
    total += title.length + description.length
  }
  if (total > LONGEST.embeds) throw invalidForm('embeds', 'Embed size exceeds maximum size of 6000')
}

function checkRows(rows: readonly WireComponent[]): void {
  if (rows.length > MOST.rows) throw invalidForm('components', 'Must be 5 or fewer in length.')
  for (const row of rows) {
    if (row.type !== TYPE.row)
      throw invalidForm('components.type', 'Value of field "type" must be one of (1,).')
    checkRow(row)
  }
}

function checkCards(components: readonly WireComponent[]): void {
  const all = components.flatMap(within)
  if (all.length > MOST.components) throw invalidForm('components', `${all.length} components exceed 40`)
  const texts = all.map(({ content = '' }) => content)
  if (texts.join('').length > CARDS.text) throw invalidForm('components', 'The text exceeds 4000 characters')
  const bytes = all.flatMap((each) => Object.values(each)).filter((value) => typeof value === 'string')
  const size = bytes.reduce((sum, text) => sum + Buffer.byteLength(text), 0) + CARDS.bytesEach * all.length
  if (size > CARDS.bytes) throw new ApiError(500, 0, '500: Internal Server Error')
  for (const component of components) checkCard(component, true)
}

function checkCard(component: WireComponent, isTop: boolean): void {
  const { type, content, components = [] } = component
  if (isTop && !TOP.has(type)) throw invalidForm('components.type', `${type} cannot stand at the top`)
  switch (type) {
    case TYPE.row:
      checkRow(component)
      break
    case TYPE.text:
      if (!content?.trim()) throw invalidForm('components.content', 'This field is required')
      break
    case TYPE.separator:
      break
    case TYPE.section:
      checkSection(component)
      break
    case TYPE.container:
      if (!isTop) throw invalidForm('components.type', 'A container cannot hold a container')
      if (components.length === 0) throw invalidForm('components.components', 'This field is required')
      for (const each of components) checkCard(each, false)
      break
    default:
      throw invalidForm('components.type', `${type} cannot stand here`)
  }
}

function checkSection({ components = [], accessory }: WireComponent): void {
  if (components.length < 1 || components.length > 3 || components.some(({ type }) => type !== TYPE.text))
    throw invalidForm('components.components', 'A section holds 1 to 3 texts')
  if (!accessory || (accessory.type !== TYPE.button && accessory.type !== TYPE.thumbnail))
    throw invalidForm('components.accessory', 'This field is required')
  if (accessory.type === TYPE.button) checkButton(accessory)
}

function checkRow({ components = [] }: WireComponent): void {
  const [first] = components
  if (!first) throw invalidForm('components.components', 'Must be between 1 and 5 in length.')
  if (first.type === TYPE.select) {
    const options = Array.isArray(first.options) ? first.options.length : 0
    if (components.length > 1 || options < 1 || options > MOST.options)
      throw invalidForm('components.options', 'Must be between 1 and 25 in length.')
    return
  }
  if (components.length > MOST.inRow)
    throw invalidForm('components.components', 'Must be between 1 and 5 in length.')
  for (const button of components) checkButton(button)
}

function checkButton({ type, style, label = '', custom_id: id, url }: WireComponent): void {
  if (type !== TYPE.button) throw invalidForm('components.type', 'A row holds buttons')
  if (label.trim() === '' || label.length > LONGEST.label)
    throw invalidForm('components.label', 'Must be between 1 and 80 in length.')
  if (style === 5) {
    if (url === undefined || id !== undefined || !/^https?:\/\/\S+$/.test(url) || url.length > LONGEST.url)
      throw invalidForm('components.url', 'A link button has an address and no id')
    return
  }
  if (id === undefined || id.length < 1 || id.length > LONGEST.customId)
    throw invalidForm('components.custom_id', 'Must be between 1 and 100 in length.')
}

function checkIds(all: readonly WireComponent[]): void {
  const ids = all.flatMap(({ custom_id: id }) => id ?? [])
  if (new Set(ids).size < ids.length)
    throw invalidForm('components.custom_id', 'Component custom id cannot be duplicated')
}

/** A component and all that is in it. */
export function within(component: WireComponent): readonly WireComponent[] {
  const inside = [...(component.components ?? []), ...(component.accessory ? [component.accessory] : [])]
  return [component, ...inside.flatMap(within)]
}
