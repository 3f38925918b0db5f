// The edges of Brevier. What is behind one of them can be exchanged; what is before it never notices.

import type {
  Answer,
  Article,
  Brief,
  Chat,
  Conversation,
  Feed,
  Focus,
  InboundEvent,
  Message,
  NewAnswer,
  NewArticle,
  NewBrief,
  Payload,
  Person,
  Shown,
  Story,
} from './domain.ts'

/** Time, so that tests can advance it. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  /** Resolves after `ms`, or at once when the signal aborts; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** Four levels, a message and fields. Values of fields whose names look like secrets are never written. */
export interface Log {
  debug(message: string, fields?: LogFields): void
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
}
export type LogFields = Readonly<Record<string, unknown>>

/** A chat platform: it renders messages, sends payloads and listens for events. */
export interface ChatAdapter {
  readonly platform: string
  /** Pure. Each payload fits the platform. */
  render(message: Message, to: Chat): readonly Payload[]
  /** One try; it never throws for what the platform answered. `key` is the same when the same payload is sent again. */
  send(
    to: Chat,
    payload: Payload,
    options: { readonly key: string; readonly signal: AbortSignal },
  ): Promise<Outcome>
  /** Resolves when the platform has nothing more to say or the signal aborts. An event is accepted once it is stored. */
  listen(accept: (event: InboundEvent) => Promise<Ack>, signal: AbortSignal): Promise<void>
}

/** What can be said at once to an accepted event, from the store alone. */
export type Ack =
  | { readonly kind: 'later' }
  | { readonly kind: 'reply'; readonly message: Message; readonly onlyTo?: Person }

/** What became of one send. */
export type Outcome =
  | { readonly kind: 'delivered'; readonly receipt: string }
  | { readonly kind: 'later'; readonly retryAfterMs?: number; readonly reason: string }
  | { readonly kind: 'moved'; readonly to: Chat }
  | {
      readonly kind: 'refused'
      readonly class: 'gone' | 'no-right' | 'topic' | 'content' | 'token'
      readonly reason: string
    }
  | { readonly kind: 'unknown'; readonly reason: string }

/**
 * What is kept. Every method is one unit of work: all of it happens, or none. No transaction crosses the port.
 * Unknown ids give `undefined` or are left out of lists; nothing here throws for them.
 */
export interface Store
  extends ArticleStore,
    StoryStore,
    BriefStore,
    ConversationStore,
    FeedStore,
    InboxStore {
  /** Copies the whole database to a file that must not exist yet, while others read and write. */
  backup(file: string): Promise<void>
  close(): Promise<void>
}

/** The words an article is found by: content stems, spaces between them. `db` knows no language. */
export interface SearchText {
  readonly title: string
  readonly body: string
}

export interface SavedArticle {
  readonly article: Article
  /** `duplicate`: the same text is stored already, under this identity (nothing changed) or under another. */
  readonly status: 'stored' | 'updated' | 'duplicate'
}

export interface ArticleMatch {
  readonly article: Article
  /** BM25 of the article as a whole, larger is better. */
  readonly score: number
}

export interface ArticleStore {
  /** Stores each article with its search text, in order, in one transaction. See design section 8 for identity. */
  saveArticles(
    articles: readonly { readonly article: NewArticle; readonly searchText: SearchText }[],
    now: number,
  ): Promise<readonly SavedArticle[]>
  article(id: string): Promise<Article | undefined>
  /** In the order of the ids given. */
  articles(ids: readonly string[]): Promise<readonly Article[]>
  /** The text a citation was made from, also when the article has changed since. */
  revision(
    articleId: string,
    revision: number,
  ): Promise<
    { readonly title: string; readonly text: string; readonly sentences: Article['sentences'] } | undefined
  >
  articleCount(): Promise<number>
  /** Those of the identities that are stored already; snippets stored after `snippetsUntil` do not count. */
  knownIdentities(
    identities: readonly string[],
    options?: { readonly snippetsUntil?: number },
  ): Promise<ReadonlySet<string>>
  /** Articles that hold any of the stems, best first. Times compare `publishedAt`, else `storedAt`. */
  matchArticles(query: {
    readonly anyOf: readonly string[]
    readonly limit: number
    readonly since?: number
    readonly until?: number
    /** Compared without case with the publisher, the site and the host of the URL. */
    readonly sourceName?: string
  }): Promise<readonly ArticleMatch[]>
  /** In how many articles each stem occurs, among how many; stems that occur in none are left out. */
  stemCounts(
    stems: readonly string[],
  ): Promise<{ readonly articles: number; readonly counts: ReadonlyMap<string, number> }>
  /** Names under which stored articles were published (publishers and sites), each once. */
  sourceNames(): Promise<readonly string[]>
}

/** Where an article stands among the stories, and what was compared to put it there. */
export interface Placement {
  readonly articleId: string
  readonly storyId: string
  readonly duplicateGroup: string
  /** What the stories stage compares, as it wrote it. */
  readonly features: string
  /** `publishedAt`, else `storedAt`. */
  readonly at: number
  readonly placedAt: number
}

export interface StoryStore {
  /** Stored or changed articles that no story holds yet, oldest first. */
  unplacedArticles(limit: number): Promise<readonly Article[]>
  /**
   * Puts articles into stories in one transaction. A `story` string joins; `{ newStory: key }` opens one, and the same key
   * in one call means the same new story. `duplicateOf` puts the article into that article's duplicate group.
   * A `representative` article's title heads the story from now on.
   */
  placeArticles(
    placements: readonly {
      readonly articleId: string
      /** The revision that was compared: an article that has changed since stays due. */
      readonly revision: number
      readonly story: string | { readonly newStory: string }
      readonly features: string
      readonly duplicateOf?: string
      readonly representative: boolean
    }[],
    now: number,
  ): Promise<readonly { readonly articleId: string; readonly storyId: string }[]>
  /** Placements of articles with a time since then (and until then) that were made since then, all inclusive. */
  placements(query: {
    readonly since: number
    readonly until?: number
    readonly placedSince: number
  }): Promise<readonly Placement[]>
  story(id: string): Promise<Story | undefined>
  /** Stories with an article since then, latest first. */
  stories(since: number, limit: number): Promise<readonly Story[]>
}

export interface BriefStore {
  saveBrief(brief: NewBrief, now: number): Promise<Brief>
  brief(id: string): Promise<Brief | undefined>
}

export interface ConversationStore {
  conversation(id: string): Promise<Conversation | undefined>
  /** The conversation of that key, opened when there is none. */
  conversationOf(key: string, now: number): Promise<Conversation>
  /** A new conversation whose key is its id. */
  openConversation(now: number): Promise<Conversation>
  /** Stores the answer as a turn of the conversation, keeps the last ten turns, and sets focus and what was shown. */
  saveAnswer(
    conversationId: string,
    answer: NewAnswer,
    focus: Focus | undefined,
    now: number,
  ): Promise<Answer>
  answer(id: string): Promise<Answer | undefined>
  /** Briefs were shown in it: sets focus and what marks mean. */
  setShown(conversationId: string, shown: Shown, focus: Focus | undefined): Promise<void>
}

export interface FeedStore {
  /** Undefined when the URL is there already. */
  addFeed(feed: { readonly url: string; readonly title?: string }, now: number): Promise<Feed | undefined>
  feeds(): Promise<readonly Feed[]>
  /** By id or URL; the feed that was removed. */
  removeFeed(idOrUrl: string): Promise<Feed | undefined>
  /** Takes up to `limit` feeds that are due, oldest first; they are not due again before the lease ends. */
  claimFeeds(now: number, leaseMs: number, limit: number): Promise<readonly Feed[]>
  /** What a poll found; absent fields are cleared, except `title`. */
  settleFeed(
    id: string,
    poll: Pick<Feed, 'title' | 'etag' | 'lastModified' | 'problem' | 'nextPollAt'> & {
      readonly polledAt: number
    },
  ): Promise<void>
}

export interface InboxStore {
  /** False when an event with this key was stored before. */
  acceptEvent(event: InboundEvent): Promise<boolean>
  /** Takes up to `limit` events that nobody handles, oldest first, one at a time per chat. */
  claimEvents(now: number, leaseMs: number, limit: number): Promise<readonly ClaimedEvent[]>
  /** It was handled; `problem` says why nothing was said back. */
  settleEvent(id: string, now: number, problem?: string): Promise<void>
}

export interface ClaimedEvent {
  readonly id: string
  readonly event: InboundEvent
  /** How often it was claimed, this time included. */
  readonly attempt: number
}
