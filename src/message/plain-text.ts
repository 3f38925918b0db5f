// Words from outside, made harmless for a terminal: no escape sequence, no control or direction character survives.

/** CSI; OSC and its kin up to their end on the same text; any other escape with the character it swallows. */
const ESCAPE_SEQUENCES =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u0080-\u009f]*(?:\u0007|\u001b\\|\u009c)|\u001b[ -/]*[0-~]/g
/** What moves on to another place. */
const BREAKS = /[\t-\r\u0085\u2028\u2029]/g
/** Controls, direction marks, invisible operators, soft hyphens, annotations, tags. Joiners stay: scripts and emoji need them. */
const CONTROLS =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
/** Every kind of space except those that do not break. */
const SPACES = /[\u0020\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+/g

/** One line of plain words: escapes and controls removed, white space folded. */
export function plainText(text: string): string {
  return foldedText(text).trim()
}

/** The same with a space at either end kept, for a piece of a longer text. */
export function foldedText(text: string): string {
  return withoutControls(text).replace(SPACES, ' ')
}

/** Lines of ours with words from outside in them: our line breaks and columns stay. */
export function plainLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => withoutControls(line))
    .join('\n')
}

function withoutControls(text: string): string {
  return text.toWellFormed().replace(ESCAPE_SEQUENCES, '').replace(BREAKS, ' ').replace(CONTROLS, '')
}
