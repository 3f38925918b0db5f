// Words from outside as no platform makes a link or a mention of them: the marks that it looks for are exchanged for ones that look
// the same, one for one, so that offsets stay. What was stored is untouched; links are ours alone (grounding 10.2).

import { findAddresses } from '../text/addresses.ts'

const LOOKALIKES: Readonly<Record<string, string>> = {
  '.': '\u2024',
  '@': '\uff20',
  '/': '\u2215',
  ':': '\ua789',
}
const MENTION = /[@#](?=[\p{L}\p{N}_&!])/gu

export function unlinked(text: string): string {
  let dead = text
  for (const { start, end } of findAddresses(text)) {
    const address = text.slice(start, end).replace(/[.@/:]/g, (mark) => LOOKALIKES[mark] ?? mark)
    dead = dead.slice(0, start) + address + dead.slice(end)
  }
  return dead.replace(MENTION, (mark) => (mark === '@' ? '\uff20' : '\uff03'))
}
