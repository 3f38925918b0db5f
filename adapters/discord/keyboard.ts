// Buttons below a post, within what Discord takes: what would be refused is left out, so that the post is not.

import type { Block, Button as NeutralButton } from '../../src/domain.ts'
import { plainText } from '../../src/message/plain-text.ts'
import type { Button, ButtonRow } from './payload.ts'
import { shortened } from './shortened.ts'

const LONGEST_ID = 100
const LONGEST_LABEL = 80
const MOST_IN_A_ROW = 5
const MOST_ROWS = 5
const MOST_ROWS_OF_CARDS = 8
const MOST_BUTTONS = MOST_ROWS * MOST_IN_A_ROW
/** Says how the rest is read, for buttons that are older than the program. */
const ID_VERSION = 'v1'

/** As many rows as there are, of no more buttons than a row holds. No two buttons of a message mean the same. */
export function keyboardOf(blocks: readonly Block[]): readonly ButtonRow[] {
  const seen = new Set<string>()
  let buttons = 0
  return blocks
    .filter((block) => block.kind === 'buttons')
    .flatMap(({ rows }) => rows)
    .map((row) =>
      row.flatMap((button): readonly Button[] => {
        const made = buttonOf(button)
        const meaning = made && ('custom_id' in made ? made.custom_id : 'adds')
        if (!made || meaning === undefined || seen.has(meaning) || buttons >= MOST_BUTTONS) return []
        seen.add(meaning)
        buttons += 1
        return [made]
      }),
    )
    .flatMap(inRows)
    .slice(0, MOST_ROWS_OF_CARDS)
}

/** Messages that are no cards have fewer rows: the same buttons, closer together. */
export function compactRows(rows: readonly ButtonRow[]): readonly ButtonRow[] {
  return rows.length <= MOST_ROWS ? rows : inRows(rows.flatMap(({ components }) => components))
}

/** The id of a button or a form that means that. */
export function idOfRef(ref: string): string {
  return `${ID_VERSION}|${ref}`
}

/** What a button means; of one from another version what it says, which then means nothing any more. */
export function refOfId(id: string): string {
  const prefix = `${ID_VERSION}|`
  return id.startsWith(prefix) ? id.slice(prefix.length) : id
}

function buttonOf({ label: text, ref, adds }: NeutralButton): Button | undefined {
  const label = shortened(plainText(text), LONGEST_LABEL)
  if (label === '') return undefined
  if (adds) return { type: 2, style: 5, label }
  const id = idOfRef(ref)
  return ref === '' || id.length > LONGEST_ID ? undefined : { type: 2, style: 2, label, custom_id: id }
}

function inRows(buttons: readonly Button[]): readonly ButtonRow[] {
  return Array.from({ length: Math.ceil(buttons.length / MOST_IN_A_ROW) }, (_, at) => ({
    type: 1,
    components: buttons.slice(at * MOST_IN_A_ROW, (at + 1) * MOST_IN_A_ROW),
  }))
}
