// Lines and buttons as cards, which Discord calls components, or in an embed where those cannot go.

import { compactRows } from './keyboard.ts'
import { type Line, markdownOf } from './markdown.ts'
import type { ButtonRow, CardPart, Component, Embed } from './payload.ts'

const ACCENT_COLOUR = 0x2f_70_ab
const LONGEST_TITLE = 256
const SEPARATOR: CardPart = { type: 14, divider: true, spacing: 1 }

/** An edition is framed, and its stories stand apart; anything else is words above buttons. */
export function cardsOf(lines: readonly Line[], keyboard: readonly ButtonRow[]): readonly Component[] {
  if (!isFramed(lines)) return [text(lines), ...keyboard]
  const stories = storiesOf(lines).flatMap((story, at): CardPart[] =>
    at === 0 ? [text(story)] : [SEPARATOR, text(story)],
  )
  const inside = keyboard.length === 0 ? stories : [...stories, SEPARATOR, ...keyboard]
  return [{ type: 17, accent_color: ACCENT_COLOUR, components: inside }]
}

export function embedOf(
  lines: readonly Line[],
  keyboard: readonly ButtonRow[],
): { readonly embed: Embed; readonly components: readonly Component[] } {
  const [first, ...rest] = lines
  // There are no local times in the title of an embed.
  const runs = first?.runs.map((run) => ({ ...run, moment: undefined })) ?? []
  const isTitled = first?.style === 'title' && rest.length > 0
  const title = isTitled ? markdownOf([{ ...first, runs, style: 'plain' }]) : ''
  const isTitle = title !== '' && title.length <= LONGEST_TITLE
  return {
    embed: {
      ...(isTitle && { title }),
      description: markdownOf(isTitle ? rest : lines),
      color: ACCENT_COLOUR,
    },
    components: compactRows(keyboard),
  }
}

function text(lines: readonly Line[]): CardPart {
  return { type: 10, content: markdownOf(lines) }
}

function isFramed(lines: readonly Line[]): boolean {
  return lines.some(({ style, beginsStory }) => style === 'title' || beginsStory)
}

function storiesOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const stories: Line[][] = []
  for (const line of lines) {
    const last = stories.at(-1)
    if (last && !line.beginsStory) last.push(line)
    else stories.push([line])
  }
  return stories
}
