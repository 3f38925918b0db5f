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
  /** The operator's own word for what it is about; its articles are found by it. */
  readonly category?: string
  readonly etag?: string
  readonly lastModified?: string
  readonly addedAt: number
  readonly polledAt?: number
  readonly nextPollAt: number
  readonly pace?: Pace
  /** Why the last poll brought nothing, in one sentence; absent after a good poll. */
  readonly problem?: string
  /** When the first of the polls failed that have failed since. */
  readonly failingSince?: number
  /** Since when it is polled no more, because it is gone or failed for too long. A poll by hand that succeeds resumes it. */
  readonly pausedAt?: number
}

/** How often a feed asks to be read, and how often it brings something. */
export interface Pace {
  readonly ttlMs?: number
  /** Hours of the day, in UTC, in which it is not to be read. */
  readonly skipHours?: readonly number[]
  /** Days of the week, from 0 for Sunday. */
  readonly skipDays?: readonly number[]
  /** How long to wait, by its last items. */
  readonly rhythmMs?: number
}

/** What is remembered of an item that was read, under one of the names it goes by in its feed. */
export interface SeenItem {
  readonly key: string
  /** Of what the feed said: when it says something else, the item has changed. */
  readonly wordsHash: string
  readonly articleId?: string
  readonly readAt: number
  /** Its page could not be read: until then it is asked for again. */
  readonly retryUntil?: number
}

/** An entry as found in a feed. `content` and `summary` are HTML or plain text, untrusted. */
export interface Item {
  readonly id?: string
  readonly title?: string
  readonly link?: string
  readonly publishedAt?: number
  /** When the feed says that it was changed, where it says so. */
  readonly updatedAt?: number
  readonly summary?: string
  readonly content?: string
  readonly author?: string
  readonly categories?: readonly string[]
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
  /** What its feed says it is about, in lower case. */
  readonly categories?: readonly string[]
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
  /** A model wrote it, and it was checked against its citations. Absent where it is the words of its article. */
  readonly isWritten?: true
  /** Where it is another than that of the brief or the answer: a sentence that nobody translated. */
  readonly language?: string
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
    | 'form'
    | 'novelty'
    | 'anchor'
    | 'judge'
    | 'model'
  readonly level: 'fail' | 'recite' | 'spelling' | 'soft'
  /** The words of the point it speaks of. */
  readonly text: string
  readonly note: string
  /** What became of a point that a model wrote and that was not sent as it was. */
  readonly became?: 'mended' | 'replaced' | 'left-out'
}

/** A figure as its sentence has it, with the word behind it where that says what it counts. */
export interface GivenFigure {
  readonly text: string
  /** Who gives it, as a reader sees them named. */
  readonly source: string
  readonly citation: Citation
}

export type EngineName = 'extractive' | 'model'

/** What an engine writes of one story or one article, before it is stored. */
export interface NewBrief {
  readonly storyId?: string
  readonly headline: string
  /** Where it is another than that of the brief. */
  readonly headlineLanguage?: string
  readonly points: readonly Point[]
  /** What sources give for one thing and does not agree, the latest first; at least two figures. */
  readonly difference?: readonly GivenFigure[]
  /** The articles cited, in the order of their first citation. */
  readonly sources: readonly Source[]
  readonly language: string
  readonly engine: EngineName
  readonly model?: string
  readonly promptVersion?: string
  /** What the model cost, in billionths of a US dollar; absent when it asked none or its price is not known. */
  readonly nanoUsd?: number
  /** A model should have written it and did not answer: it is not kept for those who ask again. Said, not stored. */
  readonly isProvisional?: true
  readonly findings: readonly Finding[]
  /** Every article revision the engine was given, cited or not. */
  readonly inputs: readonly { readonly articleId: string; readonly revision: number }[]
  /** Says the same of two briefs that were, or would be, written of the same inputs in the same way. */
  readonly cacheKey?: string
}

export interface Brief extends NewBrief {
  readonly id: string
  readonly writtenAt: number
}

/* ---- what a model is asked ----------------------------------------------------------------------------------- */

/** What a model is asked for; each purpose has one prompt of the same name. */
export type ModelPurpose = 'brief' | 'judge' | 'repair' | 'query' | 'answer' | 'translation'

/** A prompt with its values in it. */
export interface RenderedPrompt {
  readonly purpose: ModelPurpose
  /** Hash of the prompt's file. */
  readonly version: string
  /** The same for every request of this version. */
  readonly system: string
  /** Carries the data, each in a fence that was drawn for this request. */
  readonly user: string
  /** Hash of version and values, without the fences: the same key is the same question. */
  readonly key: string
}

/** Tokens of one or more calls. `input` includes `cached` and `cacheWrite`, `output` includes `reasoning`. */
export interface ModelUsage {
  readonly input: number
  readonly cached: number
  readonly cacheWrite: number
  readonly output: number
  readonly reasoning: number
  /** The server did not say, or not credibly; counted by characters. */
  readonly isEstimated: boolean
}

/** What one reply cost in tokens, and how it came. */
export interface ModelSpent {
  readonly usage: ModelUsage
  /** Which model answered, as the server says. */
  readonly model: string
  /** How it was processed, as the server says: `default`, `flex`. */
  readonly tier?: string
  readonly requestId?: string
}

/** A call to a model before it is made. */
export interface NewModelCall {
  readonly purpose: ModelPurpose | 'probe'
  readonly model: string
  readonly promptVersion?: string
  readonly chat?: Chat
  readonly person?: Person
  /** The story or question it is about. */
  readonly about?: string
  /** Billionths of a US dollar, the most it may cost; counts against the caps until it is settled or expires. */
  readonly reservedNanoUsd: number
  readonly expiresAt: number
}

export interface ModelSettlement {
  /** A model's reply, or why there was none that could be used. */
  readonly outcome: 'replied' | 'unusable' | 'too-long' | 'late' | 'unavailable' | 'stopped'
  readonly spent?: ModelSpent
  /** Absent when nobody knows it. */
  readonly nanoUsd?: number
  /** What counts against the caps, known or not. */
  readonly countedNanoUsd: number
}

/** The most that may be spent, or answered, since then. */
export interface SpendingCap {
  readonly of: 'installation' | 'chat' | 'person'
  readonly per: 'day' | 'month'
  readonly since: number
  readonly limit: { readonly nanoUsd: number } | { readonly answers: number }
}

/** What counts against caps: settled calls, and reservations that are alive. */
export interface Spending {
  readonly nanoUsd: number
  /** Calls for an answer. */
  readonly answers: number
}

/** What the calls of one chat, model or purpose came to. */
export interface ModelCost extends Omit<ModelUsage, 'isEstimated'> {
  /** The chat, model or purpose; absent for calls that nobody's chat paid for. */
  readonly key?: string
  readonly calls: number
  /** Calls without a reply that could be used. */
  readonly failed: number
  readonly nanoUsd: number
  /** Calls whose cost nobody knows: not in `nanoUsd`. */
  readonly unpriced: number
}

/** An ordered list of briefs, composed for one slot of a schedule or for one look at the terminal. */
export interface Edition {
  readonly entries: readonly EditionEntry[]
  /** Stories that fitted and are not among the entries, best first, each with why. */
  readonly leftOut: readonly LeftOut[]
  /** Why there are no entries; absent when there are some. */
  readonly reason?: Reason
  readonly composedAt: number
}

export interface EditionEntry {
  readonly brief: Brief
  /** Set when the chat was told of this story before: the brief then holds only what is new since. */
  readonly update?: EarlierPost
}

/** Where a chat was told of a story. `receipt` is what its platform gave for that post, if it was one. */
export interface EarlierPost {
  readonly at: number
  readonly receipt?: string
}

export interface LeftOut {
  readonly storyId: string
  readonly headline: string
  readonly reason: Reason
}

/* ---- what goes where, and when ------------------------------------------------------------------------------ */

/** Cron expressions of five fields, read in an IANA zone. A time at which one of them fires is a slot. */
export interface Schedule {
  /** As its owner wrote it. */
  readonly text: string
  readonly crons: readonly string[]
  readonly zone: string
}

/** Local times of day, `HH:MM`, in the schedule's zone. `from` may be later than `to`: the night. */
export interface QuietHours {
  readonly from: string
  readonly to: string
  /** `move`: slots in them wait for their end. `silence`: posts in them make no sound. */
  readonly effect: 'move' | 'silence'
}

/** What people decide about a subscription. */
export interface SubscriptionSettings {
  /** As its owner wrote them, see `src/editions/topics.ts`; empty for everything. */
  readonly topics: string
  /** The reader's language. */
  readonly language: string
  /** Points per brief. */
  readonly points: number
  /** Briefs per edition. */
  readonly briefs: number
  readonly schedule: Schedule
  readonly quietHours?: QuietHours
  /** What becomes of slots that passed while no desk ran. */
  readonly afterDownTime: 'late' | 'merge' | 'skip'
  /** What becomes of a post that may have arrived: `once` is not sent again, `again` once more. */
  readonly whenUnknown: 'once' | 'again'
  /** What an edition without news sends. */
  readonly whenEmpty: 'nothing' | 'line'
  /** The role that its editions call, by the id that the platform gives it. */
  readonly calledRole?: string
  /** Its editions are passed on to those who follow the channel from elsewhere. */
  readonly isForFollowers?: true
}

export interface NewSubscription extends SubscriptionSettings {
  readonly chat: Chat
  /** Who is told when something goes wrong; without one, the status and the log are. */
  readonly owner?: Person
  readonly nextEditionAt: number
}

/** Which topics go to which chat, when, in what language and length. */
export interface Subscription extends NewSubscription {
  readonly id: string
  readonly createdAt: number
  /** Since when people have paused it. Its slots pass meanwhile. */
  readonly pausedAt?: number
}

/** `open` is being composed, `made` was handed to the outbox, `empty` had no news, `skipped` was never composed. */
export type EditionState = 'open' | 'made' | 'empty' | 'skipped'

/** What one subscription gets, or does not get, for one slot. There is at most one per subscription and slot. */
export interface SlotEdition {
  readonly id: string
  readonly subscriptionId: string
  /** The chat as it is addressed now. */
  readonly chat: Chat
  readonly slot: number
  /** Slots before this one that passed unserved: dropped, or merged into it. */
  readonly missed: readonly number[]
  readonly state: EditionState
  /** Why it is not `made`. */
  readonly reason?: Reason
  readonly entries: readonly EditionEntry[]
  readonly leftOut: readonly LeftOut[]
  readonly openedAt: number
  readonly composedAt?: number
}

/** A story that a chat was told of, and the brief that told it. A post that failed or expired told nothing. */
export interface Told extends EarlierPost {
  readonly storyId: string
  readonly brief: Brief
}

/* ---- deliveries --------------------------------------------------------------------------------------------- */

/**
 * `pending → claimed → sending → delivered | refused | unknown | expired`. `sending` is stored before the bytes leave.
 * `docs/architecture.md` has the picture.
 */
export type DeliveryState =
  | 'pending'
  | 'claimed'
  | 'sending'
  | 'delivered'
  | 'refused'
  | 'unknown'
  | 'expired'

export interface NewDelivery {
  /** Names the message it is a part of. What is enqueued again as the same part of the same message is not stored again. */
  readonly messageKey: string
  /** Parts go out in order, from 1. */
  readonly part: number
  readonly parts: number
  readonly chat: Chat
  readonly payload: Payload
  readonly editionId?: string
  readonly dueAt: number
  /** Afterwards it is too old to be worth sending. */
  readonly expiresAt: number
  readonly whenUnknown: SubscriptionSettings['whenUnknown']
}

/** One payload to one chat. */
export interface Delivery extends NewDelivery {
  readonly id: string
  readonly state: DeliveryState
  /** How often it was claimed to be sent; a wait that the platform asked for uses none up. */
  readonly attempt: number
  /** When the try that is under way, or was the last, began. */
  readonly sendingAt?: number
  /** Each can happen once: sent again though it may have arrived, in its plain form, to the chat's new address. */
  readonly isResent: boolean
  readonly isPlain: boolean
  readonly isMoved: boolean
  readonly receipt?: string
  /** Why it is not delivered. */
  readonly reason?: Reason
  readonly createdAt: number
  readonly settledAt?: number
}

/** A chat that nothing is sent to for now. */
export interface PausedChat {
  readonly chat: Chat
  readonly since: number
  readonly reason: Reason
}

/** Why something was not made, not sent, or not sent as planned; `brevier why` says it in sentences. */
export type Reason =
  /* editions and their stories */
  | { readonly kind: 'no-stories' }
  | { readonly kind: 'off-topic'; readonly stories: number }
  | { readonly kind: 'all-told'; readonly stories: number }
  | { readonly kind: 'told'; readonly at: number }
  | { readonly kind: 'no-points' }
  | { readonly kind: 'no-room' }
  | { readonly kind: 'topic-share' | 'source-share' }
  | { readonly kind: 'missed'; readonly policy: SubscriptionSettings['afterDownTime'] }
  | { readonly kind: 'subscription-paused' | 'subscription-removed' }
  | { readonly kind: 'chat-paused'; readonly since: number }
  | { readonly kind: 'no-adapter'; readonly platform: string }
  | { readonly kind: 'failed'; readonly detail: string }
  /* deliveries */
  | { readonly kind: 'later'; readonly detail: string }
  | { readonly kind: 'refused'; readonly class: RefusalClass; readonly detail: string }
  | { readonly kind: 'unknown'; readonly detail: string }
  | { readonly kind: 'process-ended' }
  | { readonly kind: 'moved' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'earlier-part'; readonly part: number }
  | { readonly kind: 'attempts'; readonly attempts: number }
  | { readonly kind: 'settled-by-hand' }

/** `ended`: the chat is no more, and never comes back. */
export type RefusalClass = 'gone' | 'ended' | 'no-right' | 'topic' | 'content' | 'token'

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
  readonly model?: string
  readonly promptVersion?: string
  /** What the model cost, in billionths of a US dollar; absent when it asked none or its price is not known. */
  readonly nanoUsd?: number
  /** Of what a model wrote. */
  readonly findings?: readonly Finding[]
  /** Every article revision whose sentences a model was given. */
  readonly inputs?: NewBrief['inputs']
  /** In a few words, what a model found to be asked and not answered. Said back, not kept. */
  readonly missing?: string
}

/** How far an answer has come that is being made. All of it may be shown: points are told of once they are checked. */
export type AnswerProgress =
  | { readonly kind: 'reading'; readonly articles: number }
  /** All that were checked so far, and their sources. */
  | { readonly kind: 'checked'; readonly points: readonly Point[]; readonly sources: readonly Source[] }

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
  /** It arrives without a sound, where the platform can. */
  readonly isSilent?: boolean
  /** The key of the event that it answers; it is shown as a reply to it, where the platform can. */
  readonly answers?: string
  /** What it is about, for a platform that files posts under names of its own. */
  readonly tags?: readonly string[]
  /** The only role that it calls, where the platform has roles. */
  readonly calledRole?: string
  /** Those who follow the chat from elsewhere are to get it too, where the platform can. */
  readonly isForFollowers?: true
  /** It asks for words, and this says which, where they are written; the reply to it is a question. */
  readonly asksFor?: string
}

/** `language` is that of words from outside, where it differs from the message's. */
export type Block =
  /** The name of an edition. */
  | { readonly kind: 'title'; readonly text: string; readonly moments?: readonly Moment[] }
  | { readonly kind: 'headline'; readonly text: string; readonly language?: string }
  /** A point and the marks of the sources it cites. */
  | {
      readonly kind: 'point'
      readonly text: string
      readonly marks: readonly number[]
      readonly language?: string
    }
  /** Plain words; `quiet` ones say something about the message itself. */
  | { readonly kind: 'text' | 'quiet'; readonly text: string; readonly moments?: readonly Moment[] }
  /** That what follows goes on from an earlier post of this chat; the adapter links it where its platform can. */
  | { readonly kind: 'update'; readonly text: string; readonly earlier: EarlierPost }
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

  /** What can be pressed below a message; an adapter that has no buttons leaves them out. */
  | { readonly kind: 'buttons'; readonly rows: readonly (readonly Button[])[] }

/** Words of a text that name a moment. Where a platform can show each reader his own local time, it does so in their place. */
export interface Moment {
  readonly words: string
  readonly at: number
  /** Only the time of day stands there. */
  readonly isTimeOfDay?: true
}

/** `ref` names what is meant by pressing it, see `Ref`; the adapter hands it back as it is. */
export interface Button {
  readonly label: string
  readonly ref: string
  /** It leads the person who presses it into his private chat with the bot. */
  readonly isPrivate?: boolean
  /** It leads to the choice of a chat to add the bot to, with the rights it needs; its `ref` is empty. */
  readonly adds?: 'group' | 'channel'
}

/** One of several to choose from. */
export interface Choice {
  readonly label: string
  readonly value: string
}

/** A small form to fill in; what is written comes back as a `form` event with its `ref`. */
export interface Form {
  readonly title: string
  readonly ref: string
  readonly fields: readonly FormField[]
}

export type FormField = {
  readonly name: string
  readonly label: string
  /** Shown while nothing is written or chosen. */
  readonly hint?: string
  readonly isRequired: boolean
} & (
  | { readonly kind: 'words'; readonly longest: number }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
)

/** What a button, or a link into the private chat, means. The id is drawn by lot and says nothing by itself. */
export type Ref =
  /** Ask about an edition, or one brief of it. */
  | { readonly kind: 'ask'; readonly editionId: string; readonly briefId?: string }
  /** Show the points of a brief with their cited sentences. */
  | { readonly kind: 'why'; readonly briefId: string }
  /** Show the sources of an edition or an answer, or the sentences behind one mark. */
  | { readonly kind: 'sources'; readonly of: Shown; readonly mark?: number }
  /** Say this, as if the reader had written it. */
  | { readonly kind: 'say'; readonly text: string }
  /** Show an answer to everybody where it was asked: in the thread below that post of ours, if there is one. */
  | { readonly kind: 'share'; readonly answerId: string; readonly below?: string }
  /** Send an edition to whoever presses, in private. */
  | { readonly kind: 'copy'; readonly editionId: string }
  /** What a reader thinks of an answer or an edition; without a reason yet, he is asked for one. */
  | { readonly kind: 'rate'; readonly of: Shown; readonly isGood: boolean; readonly reason?: RatingReason }
  /** Set a field of a subscription, or open the choice of its values. */
  | { readonly kind: 'set'; readonly subscriptionId: string; readonly field: string; readonly value?: string }
  /** Subscribe that chat, with these fields as they were written: nothing is stored of it before. */
  | {
      readonly kind: 'begin'
      readonly chat: Chat
      readonly fields: readonly (readonly [name: string, text: string])[]
    }
  /** Begin the subscription that is being set up, look at it first, halt it or go on, settle a doubtful post. */
  | { readonly kind: 'subscribe'; readonly subscriptionId: string }
  | { readonly kind: 'preview'; readonly subscriptionId: string }
  | { readonly kind: 'pause' | 'resume' | 'remove'; readonly subscriptionId: string }
  | { readonly kind: 'settle'; readonly deliveryId: string; readonly as: 'arrived' | 'again' }

export type RatingReason = 'too-long' | 'off-topic' | 'wrong' | 'too-often'

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

/** An event of words. */
export type SaidEvent = Extract<InboundEvent, { kind: 'question' | 'command' }>

/** Something a person did in a chat. `key` is unique per platform: the same event accepted twice is stored once. */
export type InboundEvent = {
  readonly key: string
  readonly chat: Chat
  readonly person: Person
  readonly at: number
  /** In a group or channel: the key of the event that began the chain of replies; absent when this one begins it. */
  readonly root?: string
  /** The receipt of the message of ours that it replies to. */
  readonly replyTo?: string
  /** It was said below a post of ours in another chat, as comments on a channel are. */
  readonly below?: { readonly chat: Chat; readonly receipt: string }
  /** The language the person's app speaks. */
  readonly language?: string
  /** Where what is said back goes, when it is not for everybody in `chat`: the private chat of that person. */
  readonly replyIn?: Chat
} & (
  | { readonly kind: 'question'; readonly text: string }
  /** `meant`: the chat that it is about, where that is another than it was said in. */
  | { readonly kind: 'command'; readonly name: string; readonly text: string; readonly meant?: Chat }
  /** A button was pressed, or a link into the private chat followed. `receipt` is the message it stands below. */
  | { readonly kind: 'tap'; readonly ref: string; readonly receipt?: string }
  /** A form was filled in; `ref` is what it was for, `fields` holds what was written in it, by name. */
  | { readonly kind: 'form'; readonly ref: string; readonly fields: Readonly<Record<string, string>> }
  /** Somebody points at a message and wants to know more; `receipt` names it when it is one of ours. */
  | { readonly kind: 'about'; readonly text: string; readonly receipt?: string }
  /** A command is being written: what could the words after it become? Never stored. */
  | { readonly kind: 'typing'; readonly command: string; readonly text: string }
  /**
   * The bot can, or can no longer, post to the chat; the person is who changed that. `places`: the chat is a server, and these
   * are what it is about there.
   */
  | {
      readonly kind: 'membership'
      readonly can: 'post' | 'not-post' | 'nothing'
      readonly title?: string
      readonly places?: readonly Chat[]
    }
  /** The chat has a new address. */
  | { readonly kind: 'moved'; readonly to: Chat }
  /** A reply that is being made is not wanted any more; `shown` is the number under which its progress was shown. */
  | { readonly kind: 'stop'; readonly shown: number }
)
