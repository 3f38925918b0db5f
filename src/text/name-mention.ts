export interface NameMention {
  /** As printed, without a title in front or a possessive behind. */
  readonly text: string
  readonly tokens: readonly string[]
  readonly start: number
  readonly end: number
  /** It opens a sentence, where every word has a capital. */
  readonly isSentenceStart: boolean
}
