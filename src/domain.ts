// The nouns of Brevier, as plain readonly values. Nothing here runs.
//
// Times are epoch milliseconds. Offsets are UTF-16 code units into the text they speak of, end exclusive. Ordinals
// (sentence 1, paragraph 1, mark 1) count from one, as people do. Languages are ISO 639-1 codes ('en', 'de').

/* ---- what is read ------------------------------------------------------------------------------------------- */

/** A polled source of items. `etag` and `lastModified` are what the server last said, for the next conditional request. */
export interface Feed {
  readonly id: string
  readonly url: string
  readonly title?: string
  readonly etag?: string
  readonly lastModified?: string
  readonly addedAt: number
  readonly polledAt?: number
  readonly nextPollAt: number
  /** Why the last poll brought nothing, in one sentence; absent after a good poll. */
  readonly problem?: string
}

/** An entry as found in a feed. `content` and `summary` are HTML or plain text, untrusted. */
export interface Item {
  readonly id?: string
  readonly title?: string
  readonly link?: string
  readonly publishedAt?: number
  readonly summary?: string
  readonly content?: string
  readonly author?: string
}

/** What an item's link, a file or standard input gave. `text` is a page as copied by "select all". */
export interface Page {
  readonly format: 'html' | 'text'
  readonly body: string
  readonly url?: string
}

/** One sentence of an article's text: `text.slice(start, end)` is its exact wording. */
export interface Sentence {
  readonly ordinal: number
  readonly paragraph: number
  readonly start: number
  readonly end: number
}

/** `full` is the story itself; `snippet` is a teaser, a stub or a listing, never summarised as if it were the story. */
export type ArticleKind = 'full' | 'snippet'

/** The cleaned text of a page with its metadata, before it is stored. Paragraphs are joined by a blank line. */
export interface NewArticle {
  /** `id:<externalId>`, else `url:<canonical URL>`, else `body:<hash>`: the same identity is the same article. */
  readonly identity: string
  readonly externalId?: string
  readonly url?: string
  readonly title: string
  readonly byline?: string
  readonly publisher?: string
  readonly site?: string
  readonly publishedAt?: number
  /** True when a part of the date, such as the year, was completed from elsewhere on the page. */
  readonly publishedAtInferred?: boolean
  readonly language: string
  readonly kind: ArticleKind
  readonly text: string
  readonly sentences: readonly Sentence[]
  /** Hash of the folded text. Articles with one hash say the same; it groups them and is never unique. */
  readonly bodyHash: string
}

/** A stored article. A changed text under the same identity is a new revision; earlier ones stay readable. */
export interface Article extends NewArticle {
  readonly id: string
  readonly revision: number
  readonly storedAt: number
  readonly updatedAt: number
  /** The id of the first article of its duplicate group; its own id when it is the only one. */
  readonly duplicateGroup: string
  /** Absent until the stories stage has placed it. */
  readonly storyId?: string
}

/** The articles about one event. `headline` is the title of its representative article. */
export interface Story {
  readonly id: string
  readonly headline: string
  readonly language: string
  readonly articleIds: readonly string[]
  readonly latestAt: number
}

/* ---- what is written ---------------------------------------------------------------------------------------- */

/** The stored sentence that supports a point. `quote` is its wording, `start` and `end` its place in that revision. */
export interface Citation {
  readonly articleId: string
  readonly revision: number
  readonly sentence: number
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** One sentence or bullet of a brief or an answer. A point without a citation does not exist. */
export interface Point {
  readonly text: string
  readonly citations: readonly Citation[]
}

/** An article as a reader sees it named: what its citations' mark stands for. */
export interface Source {
  readonly articleId: string
  readonly externalId?: string
  readonly name: string
  readonly title: string
  readonly url?: string
  readonly publishedAt?: number
  readonly language: string
  readonly kind: ArticleKind
}

/** The result of one check of a point: `fail` may not be sent, the others say what was noticed or mended. */
export interface Finding {
  readonly kind:
    | 'number'
    | 'date'
    | 'name'
    | 'quote'
    | 'support'
    | 'negation'
    | 'direction'
    | 'attribution'
    | 'citation'
    | 'markup'
  readonly level: 'fail' | 'recite' | 'spelling' | 'soft'
  /** The words of the point it speaks of. */
  readonly text: string
  readonly note: string
}

export type EngineName = 'extractive' | 'model'

/** What an engine writes of one story or one article, before it is stored. */
export interface NewBrief {
  readonly storyId?: string
  readonly headline: string
  readonly points: readonly Point[]
  /** The articles cited, in the order of their first citation. */
  readonly sources: readonly Source[]
  readonly language: string
  readonly engine: EngineName
  readonly model?: string
  readonly promptVersion?: string
  readonly findings: readonly Finding[]
  /** Every article revision the engine was given, cited or not. */
  readonly inputs: readonly { readonly articleId: string; readonly revision: number }[]
}

export interface Brief extends NewBrief {
  readonly id: string
  readonly writtenAt: number
}

/** An ordered list of briefs, composed for one slot of a schedule or for one look at the terminal. */
export interface Edition {
  readonly briefs: readonly Brief[]
  readonly composedAt: number
}

/* ---- questions and answers ---------------------------------------------------------------------------------- */

export type AnswerKind = 'answered' | 'closest' | 'refused'
export type AnswerReason = 'not-stored' | 'out-of-scope' | 'ambiguous' | 'retention' | 'partial'

export interface NewAnswer {
  readonly question: string
  readonly kind: AnswerKind
  readonly reason?: AnswerReason
  /** Of `answered` the answer, of `closest` the nearest sentences, of `refused` empty. */
  readonly points: readonly Point[]
  readonly sources: readonly Source[]
  /** Articles that come nearest to the question, best first; given when the answer is not `answered`. */
  readonly nearest: readonly Source[]
  /** Nothing at all was stored when it was asked. Said back, not kept. */
  readonly isStoreEmpty?: boolean
  /** Answerability: 0 and above is answered, -1.5 and above is closest, below is refused. */
  readonly score: number
  readonly language: string
  readonly engine: EngineName
}

export interface Answer extends NewAnswer {
  readonly id: string
  readonly conversationId: string
  readonly answeredAt: number
}

/** What a conversation is about just now; lost 30 minutes after `at`. */
export interface Focus {
  readonly storyIds: readonly string[]
  readonly articleIds: readonly string[]
  readonly names: readonly string[]
  /** The question that was answered last, and the year it spoke of. */
  readonly question?: string
  readonly year?: number
  /** Names that an answer must be about; those only cited are not among them. */
  readonly askedNames?: readonly string[]
  /** The content words of the last question, so that "and the year before?" keeps its subject. */
  readonly questionStems: readonly string[]
  readonly at: number
}

/** What was shown last, so that `/sources 2` knows which marks it means. */
export type Shown =
  | { readonly kind: 'briefs'; readonly ids: readonly string[] }
  | { readonly kind: 'answer'; readonly id: string }

/** The thread of questions and answers of one reader or one chat thread; it keeps its last ten turns. */
export interface Conversation {
  readonly id: string
  /** Who it belongs to: chat and person, or chat and root message, or on the command line the id itself. */
  readonly key: string
  readonly turns: readonly { readonly question: string; readonly answerId: string; readonly at: number }[]
  readonly focus?: Focus
  readonly shown?: Shown
}

/* ---- places, people, messages ------------------------------------------------------------------------------- */

/** A place on a platform, written `platform:id` or `platform:id/thread`. */
export interface Chat {
  readonly platform: string
  readonly id: string
  readonly thread?: string
  readonly kind: 'private' | 'group' | 'channel' | 'thread'
}

/** Somebody on a platform, written `platform:id`. */
export interface Person {
  readonly platform: string
  readonly id: string
}

/** Neutral blocks; an adapter renders them. Texts are plain: markup in them is shown as it stands. */
export interface Message {
  readonly language: string
  readonly blocks: readonly Block[]
}

/** `language` is that of words from outside, where it differs from the message's. */
export type Block =
  /** The name of an edition. */
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'headline'; readonly text: string; readonly language?: string }
  /** A point and the marks of the sources it cites. */
  | {
      readonly kind: 'point'
      readonly text: string
      readonly marks: readonly number[]
      readonly language?: string
    }
  /** Plain words; `quiet` ones say something about the message itself. */
  | { readonly kind: 'text' | 'quiet'; readonly text: string }
  /** What marks stand for. */
  | { readonly kind: 'sources'; readonly sources: readonly MarkedSource[] }
  /** A passage of an article with the cited sentences in it, `[start, end)` within `text`. */
  | {
      readonly kind: 'passage'
      readonly text: string
      readonly cited: readonly (readonly [start: number, end: number])[]
      readonly language?: string
    }
  /** Aligned pairs: a command and what it does, a story and its headline, each with a quiet line below if there is one. */
  | {
      readonly kind: 'rows'
      readonly rows: readonly { readonly term: string; readonly text: string; readonly note?: string }[]
    }

export interface MarkedSource {
  readonly mark: number
  readonly source: Source
}

/** A message rendered for one platform, as that adapter wrote it and only it can read it. */
export interface Payload {
  readonly body: string
  /** The same without markup, sent once if the platform refuses the body for its content. */
  readonly plain?: string
}

/** Something a person did in a chat. `key` is unique per platform: the same event accepted twice is stored once. */
export type InboundEvent = {
  readonly key: string
  readonly chat: Chat
  readonly person: Person
  readonly at: number
  /** In a group or channel: the key of the event that began the chain of replies; absent when this one begins it. */
  readonly root?: string
} & (
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'command'; readonly name: string; readonly text: string }
)
