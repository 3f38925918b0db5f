// The edges of Brevier. What is behind one of them can be exchanged; what is before it never notices.

import type { ZodType } from 'zod'
import type {
  Answer,
  AnswerProgress,
  Article,
  Brief,
  Chat,
  Choice,
  Conversation,
  Delivery,
  DeliveryState,
  Edition,
  Feed,
  Focus,
  Form,
  InboundEvent,
  Message,
  ModelCost,
  ModelPurpose,
  ModelSettlement,
  ModelSpent,
  NewAnswer,
  NewArticle,
  NewBrief,
  NewDelivery,
  NewModelCall,
  NewSubscription,
  PausedChat,
  Payload,
  Person,
  RatingReason,
  Reason,
  Ref,
  RefusalClass,
  RenderedPrompt,
  SeenItem,
  Shown,
  SlotEdition,
  Spending,
  SpendingCap,
  Story,
  Subscription,
  SubscriptionSettings,
  Told,
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
  listen(accept: Accept, signal: AbortSignal, turn?: Turn): Promise<void>
  /** Why nothing can be heard from the platform just now; undefined while it can. */
  trouble?(): string | undefined
  /** Whether a send whose outcome is not known arrived; where it can be named, the receipt that it did not give then. */
  evidence?(delivery: Delivery, signal: AbortSignal): Promise<Evidence>
  /** A repeat with the same key is harmless for so long after the first try. */
  readonly resendSafeMs?: number
  /** Whether that person may change what the chat gets; without it, only in private chats, everybody in his own. */
  isAdmin?(chat: Chat, person: Person): Promise<boolean>
  /** What the bot still has to be allowed there to post to that chat, in its platform's words. */
  missingRights?(chat: Chat, signal: AbortSignal): Promise<readonly string[]>
  /** Changes a message that was delivered: progress, settings in place, corrections. */
  edit?(
    to: Chat,
    receipt: string,
    payload: Payload,
    options: { readonly signal: AbortSignal },
  ): Promise<Outcome>
  /**
   * The thread below a post of ours in that chat, begun under that name when there is none yet; without a post, the chat itself.
   * Doing it again gives the same thread.
   */
  openThread?(
    where: { readonly chat: Chat; readonly receipt?: string },
    name: string,
    signal: AbortSignal,
  ): Promise<Thread>
  /** It can write in private to people who never wrote to it, wherever it meets them. */
  readonly writesFirst?: true
  /** Shows how far a reply has come until it is sent. */
  readonly progress?: Progress
  /** Tells the platform which commands there are, if they changed. */
  register?(commands: readonly CommandInfo[], signal: AbortSignal): Promise<void>
  /** What is wrong with the token, the rights in these chats, or the way messages come in, each with its remedy. */
  examine?(chats: readonly Chat[], signal: AbortSignal): Promise<readonly Problem[]>
  /** How fast the platform takes messages, in all and into one chat; no limit when absent. */
  readonly rates?: { readonly platform: Rate; chat(chat: Chat): Rate }
}

/**
 * Waits until one more message may go to that chat, and counts it; ahead of what nobody waits for. False when it never will,
 * because the process stops. An adapter asks for it before it says something by itself. `afterMs`: the platform asked to wait
 * so long, and nothing goes to that chat before.
 */
export type Turn = (chat: Chat, afterMs?: number) => Promise<boolean>

export interface Progress {
  /** How often it may be shown anew, after how long it has to be, and whether that counts as a message to the chat. */
  pace(chat: Chat): { readonly everyMs: number; readonly againMs: number; readonly isMessage: boolean }
  /** Shows the message in place of what was shown before under that number, which is that of one reply. It throws for nothing
   *  but the abort: what cannot be shown is not missed. */
  show(
    to: Chat,
    message: Message,
    options: { readonly shown: number; readonly signal: AbortSignal },
  ): Promise<void>
}

/** Whoever makes an answer tells how far it is, and stops when nobody wants it any more. */
export interface Making {
  readonly signal: AbortSignal
  report(progress: AnswerProgress): void
}

/** A command as platforms list it; `about` in every language that there is. */
export interface CommandInfo {
  readonly name: string
  readonly about: Readonly<Record<string, string>>
  /** Only those who may change what a chat gets need to see it. */
  readonly isForAdmins: boolean
  /** The words it takes, where it takes any. */
  readonly words?: {
    readonly name: string
    readonly about: Readonly<Record<string, string>>
    readonly isRequired: boolean
    /** While they are written, `typing` events ask what they could become. */
    readonly isCompleted: boolean
  }
  /** What may be named besides, each written `name: value` behind the words, with semicolons between. */
  readonly named?: readonly { readonly name: string; readonly about: Readonly<Record<string, string>> }[]
  /** It can be about another chat than it is said in; what that is called. */
  readonly place?: { readonly name: string; readonly about: Readonly<Record<string, string>> }
}

/** A finding of `doctor`: what is wrong, and what mends it. */
export interface Problem {
  readonly level: 'error' | 'warning'
  readonly text: string
  readonly remedy: string
}

/** So many sends in any such span of time. */
export interface Rate {
  readonly sends: number
  readonly perMs: number
}

/**
 * Stores an event, and resolves to what can be said to it at once. `stored` is called before that: what comes next need not
 * wait for an answer.
 */
export type Accept = (event: InboundEvent, stored?: () => void) => Promise<Ack>

/** What can be said at once to an accepted event, from the store alone. */
export type Ack =
  | { readonly kind: 'later' }
  /** `onlyTo`: nobody else in the chat needs to see it. `isNotice`: short words that may vanish by themselves. */
  | { readonly kind: 'reply'; readonly message: Message; readonly onlyTo?: Person; readonly isNotice?: true }
  /** In place of the message below which was pressed; a reply where the platform cannot edit. */
  | { readonly kind: 'edit'; readonly message: Message }
  /** What the words that are being written could become. */
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  /** A form to fill in; a platform without forms shows `instead`, as it would a reply. */
  | { readonly kind: 'form'; readonly form: Form; readonly instead: Extract<Ack, { kind: 'reply' }> }

/** `closed`: nobody may write there any more. */
export type Thread =
  | { readonly kind: 'open'; readonly chat: Chat }
  | { readonly kind: 'closed' }
  | { readonly kind: 'refused'; readonly reason: string }

export type Evidence = { readonly receipt: string } | 'arrived' | 'absent' | 'unknown'

/** What became of one send. */
export type Outcome =
  | { readonly kind: 'delivered'; readonly receipt: string }
  | { readonly kind: 'later'; readonly retryAfterMs?: number; readonly reason: string }
  | { readonly kind: 'moved'; readonly to: Chat }
  | {
      readonly kind: 'refused'
      readonly class: RefusalClass
      readonly reason: string
    }
  | { readonly kind: 'unknown'; readonly reason: string }

/** A language model behind an API. What it says is data, not checked here beyond its shape. */
export interface Model {
  /** The model that is asked for that purpose, as it is stored with what it writes. */
  nameFor(purpose: ModelPurpose): string
  /** A server of one's own or one that nobody knows: its models write close to the source, and judge nothing until proven. */
  readonly isLocal: boolean
  /** It runs on the operator's own machine: a call costs nothing. */
  readonly isFree: boolean
  /** One question, one reply of that shape. Throws ModelError, or what the signal was aborted with. */
  generate<T>(request: ModelRequest<T>, signal: AbortSignal): Promise<ModelReply<T>>
  /** What the budget still allows whoever pays; `all` where there is no budget. */
  allowance(payer: Payer): Promise<Allowance>
}

/** A model as an adapter gives it: without a budget, but with what is known of its server. */
export interface ModelAdapter extends Model {
  /** The same for the same server and models. */
  readonly identity: string
  /** About how many tokens the text is. */
  tokensIn(text: string): number
  /** Finds out by a few small calls what the server can do; nothing where that is documented well enough. */
  probe?(signal: AbortSignal): Promise<{ readonly found: string; readonly spent: readonly ModelSpent[] }>
  /** Goes by what was found earlier. */
  use?(found: string): void
  /** What is wrong with the server, the key or the models, each with its remedy. */
  examine(signal: AbortSignal): Promise<readonly Problem[]>
}

/** From the top: everything · no repair · no judge either, so written close to the source · no model. */
export type Allowance = 'all' | 'no-repair' | 'no-judge' | 'none'

/** Whose caps a call counts against, besides the installation's; nobody's for a brief that all share. */
export interface Payer {
  readonly chat?: Chat
  readonly person?: Person
}

export interface ModelRequest<T> {
  readonly prompt: RenderedPrompt
  /** The shape of the reply: objects with every field required, arrays, strings, numbers, booleans and enums. */
  readonly schema: ZodType<T>
  /** How many numbered sentences the prompt offers, from 1; a server that enforces shapes anew each time lets no other be cited. */
  readonly sentences?: number
  /** The longest reply that makes sense; what the model thinks is not counted. */
  readonly maxOutputTokens: number
  /** Epoch milliseconds. Nothing is waited for past it. */
  readonly deadlineAt: number
  /** Nobody waits for it before the deadline: it may be asked the cheap way. */
  readonly canWait?: true
  readonly payer?: Payer
  /** The story or question it is about, for the ledger. */
  readonly about?: string
}

export interface ModelReply<T> extends ModelSpent {
  readonly value: T
  /** As it came, for the record. */
  readonly text: string
  /** Billionths of a US dollar; absent when the model's price is not known. */
  readonly nanoUsd?: number
}

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
    InboxStore,
    SubscriptionStore,
    EditionStore,
    DeliveryStore,
    ChatStore,
    RefStore,
    RatingStore,
    ModelCallStore {
  /** The earliest time at which a feed, a subscription, an event or a delivery to one of the platforms is or becomes due. */
  nextDueAt(platforms: readonly string[]): Promise<number | undefined>
  /**
   * Ends every lease, also of deliveries that are being sent. Only for a desk that knows itself alone on the database, when
   * it starts: then whoever holds a lease is dead, and nothing has to wait for it. A delivery that was claimed and not sent had no
   * attempt by it.
   */
  endLeases(now: number): Promise<void>
  /** Copies the whole database to a file that must not exist yet, while others read and write. */
  backup(file: string): Promise<void>
  close(): Promise<void>
}

/** The words an article is found by: content stems, spaces between them. `db` knows no language. */
export interface SearchText {
  readonly title: string
  readonly body: string
  /** Kept and handed out as they are: by them the windows of a found article are ranked. */
  readonly stemHashes: Uint8Array
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
  /** Absent where the article was stored before they were. */
  readonly stemHashes?: Uint8Array
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

/** An article that waits to be placed. */
export interface DueArticle extends Article {
  /** Absent where the article was stored before they were. */
  readonly stemHashes?: Uint8Array
}

export interface StoryStore {
  /** Stored or changed articles that no story holds yet, oldest first. */
  unplacedArticles(limit: number): Promise<readonly DueArticle[]>
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
  /** A brief whose `cacheKey` is stored already is that brief; nothing is stored again. */
  saveBrief(brief: NewBrief, now: number): Promise<Brief>
  briefByKey(cacheKey: string): Promise<Brief | undefined>
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
  addFeed(feed: Pick<Feed, 'url' | 'title' | 'category'>, now: number): Promise<Feed | undefined>
  feeds(): Promise<readonly Feed[]>
  /** By id or URL. */
  feed(idOrUrl: string): Promise<Feed | undefined>
  /** By id or URL; the feed that was removed. Its articles stay. */
  removeFeed(idOrUrl: string): Promise<Feed | undefined>
  /** Takes up to `limit` feeds that are due, oldest first; they are not due again before the lease ends. Paused ones are not due. */
  claimFeeds(now: number, leaseMs: number, limit: number): Promise<readonly Feed[]>
  /** What a poll found, and which items were read, in one transaction; absent fields are cleared, except `url`, `title` and `pace`. */
  settleFeed(id: string, poll: PollSettlement, seen?: readonly SeenItem[]): Promise<void>
  /** What is remembered of the items with these keys, by key, with the identity of the article that came of each. */
  seenItems(
    feedId: string,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, SeenItem & { readonly identity?: string }>>
}

export type PollSettlement = Pick<
  Feed,
  'title' | 'etag' | 'lastModified' | 'pace' | 'problem' | 'failingSince' | 'pausedAt' | 'nextPollAt'
> & {
  readonly polledAt: number
  /** Its new address; no other feed may have it. */
  readonly url?: string
}

export interface InboxStore {
  /** False when an event with this key was stored before. */
  acceptEvent(event: InboundEvent): Promise<boolean>
  /** Takes up to `limit` events that nobody handles, oldest first, one at a time per chat. */
  claimEvents(now: number, leaseMs: number, limit: number): Promise<readonly ClaimedEvent[]>
  /** It was handled: what is said back goes to the outbox with it. `problem` says why that is not the answer. */
  settleEvent(
    id: string,
    settlement: { readonly deliveries: readonly NewDelivery[]; readonly problem?: string },
    now: number,
  ): Promise<void>
}

export interface ClaimedEvent {
  readonly id: string
  readonly event: InboundEvent
  /** How often it was claimed, this time included. */
  readonly attempt: number
}

export interface SubscriptionStore {
  addSubscription(subscription: NewSubscription, now: number): Promise<Subscription>
  subscription(id: string): Promise<Subscription | undefined>
  /** In the order they were made. `comingUntil`: those that are not paused and whose next slot comes by then. */
  subscriptions(of?: {
    readonly chat?: Chat
    readonly owner?: Person
    readonly comingUntil?: number
  }): Promise<readonly Subscription[]>
  /** Fields that are absent stay as they are; null ends what need not be there. */
  changeSubscription(id: string, changes: SubscriptionChanges): Promise<Subscription | undefined>
  /** Slots pass while it is paused. What is in the outbox for it stays. */
  pauseSubscription(id: string, now: number): Promise<Subscription | undefined>
  resumeSubscription(id: string, nextEditionAt: number): Promise<Subscription | undefined>
  /** Its editions stay readable; what is pending for it is refused. */
  removeSubscription(id: string, now: number): Promise<Subscription | undefined>
  /**
   * Takes up to `limit` subscriptions with an open edition or a slot that has come, longest due first; they are not due
   * again before the lease ends. Paused ones are not due.
   */
  claimSubscriptions(now: number, leaseMs: number, limit: number): Promise<readonly ClaimedSubscription[]>
}

export type SubscriptionChanges = Partial<
  Omit<SubscriptionSettings, Dispensable> & {
    readonly [Field in Dispensable]: SubscriptionSettings[Field] | null
  } & {
    readonly owner: Person
    readonly nextEditionAt: number
  }
>

type Dispensable = 'quietHours' | 'calledRole' | 'isForFollowers'

export interface ClaimedSubscription {
  readonly subscription: Subscription
  /** Opened earlier and not completed: it is gone on with before any other slot. */
  readonly open?: SlotEdition
  /** How often it was claimed since it last completed an edition, this time included. */
  readonly attempt: number
}

export interface EditionStore {
  /**
   * Opens the edition of a slot, or with a `reason` stores that it is skipped, and sets the next slot, in one transaction.
   * Undefined when the slot has its edition already; the next slot is set all the same.
   */
  openEdition(
    slot: {
      readonly subscriptionId: string
      readonly slot: number
      readonly missed: readonly number[]
      readonly nextEditionAt: number
      readonly reason?: Reason
    },
    now: number,
  ): Promise<SlotEdition | undefined>
  /** Stores what was composed with its outbox rows, in one transaction, and frees the subscription. Nothing when it is not open. */
  completeEdition(
    id: string,
    made: {
      readonly state: 'made' | 'empty' | 'skipped'
      readonly edition: Edition
      readonly deliveries: readonly NewDelivery[]
    },
  ): Promise<void>
  edition(id: string): Promise<SlotEdition | undefined>
  /** Latest slot first. */
  editions(of: {
    readonly subscriptionId?: string
    readonly chat?: Chat
    readonly limit: number
  }): Promise<readonly SlotEdition[]>
  /** What a chat was told since then, or is about to be told, latest first. */
  toldTo(chat: Chat, since: number): Promise<readonly Told[]>
}

/** What became of a delivery that was claimed. */
export type Settlement =
  | { readonly state: 'delivered'; readonly receipt: string }
  | {
      readonly state: 'pending'
      readonly dueAt: number
      readonly reason: Reason
      /** The platform asked to wait: the attempt is not counted. */
      readonly isUncounted?: true
      readonly isResent?: true
      readonly isPlain?: true
      readonly isMoved?: true
    }
  /** Later parts of the same message are refused with it. */
  | { readonly state: 'refused' | 'expired'; readonly reason: Reason }
  /** `resolveAt`: when to look again whether it arrived; absent when only a person can tell. */
  | { readonly state: 'unknown'; readonly reason: Reason; readonly resolveAt?: number }

export interface DeliveryQuery {
  readonly states?: readonly DeliveryState[]
  readonly chat?: Chat
  readonly subscriptionId?: string
  readonly editionId?: string
  readonly limit: number
}

export interface DeliveryStore {
  /** Stores those parts that are not stored yet. */
  enqueue(deliveries: readonly NewDelivery[], now: number): Promise<void>
  /**
   * Takes up to `limit` deliveries that are due, longest due first: pending ones and claims whose lease ended, of chats that
   * are not paused, only the oldest open one of each chat, and no part before the part ahead of it is delivered. Counts the attempt.
   */
  claimDeliveries(
    from: { readonly platforms: readonly string[]; readonly limit: number },
    now: number,
    leaseMs: number,
  ): Promise<readonly Delivery[]>
  /** Stores that the bytes leave now. False when the delivery is not claimed any more: then it must not be sent. */
  startSending(id: string, now: number, leaseMs: number): Promise<boolean>
  /**
   * Takes up to `limit` deliveries of which nobody knows whether they arrived: `sending` whose lease ended, which become
   * `unknown`, and `unknown` ones that are to be looked at again. They are not due again before the lease ends.
   */
  claimUnknown(
    from: { readonly platforms: readonly string[]; readonly limit: number },
    now: number,
    leaseMs: number,
  ): Promise<readonly Delivery[]>
  /** Nothing happens to a delivery that is `delivered`, `refused` or `expired`. */
  settleDelivery(id: string, settlement: Settlement, now: number): Promise<void>
  /**
   * Puts back one that is refused, expired or unknown as a new try, and with it the parts of its message that are refused
   * or expired. What was put back, in order of the parts; nothing when it is in another state.
   */
  retryDelivery(id: string, now: number, expiresAt: number): Promise<readonly Delivery[]>
  /** Settles pending deliveries that are too old, whatever stands before them; how many. */
  expireDeliveries(now: number): Promise<number>
  delivery(id: string): Promise<Delivery | undefined>
  /** Latest first. */
  deliveries(query: DeliveryQuery): Promise<readonly Delivery[]>
  deliveryCounts(): Promise<Readonly<Record<DeliveryState, number>>>
}

export interface ChatStore {
  /** Pauses a chat and enqueues the notices of it, in one transaction. False when it is paused already: nobody is told twice. */
  pauseChat(chat: Chat, reason: Reason, notices: readonly NewDelivery[], now: number): Promise<boolean>
  /** False when it was not paused. */
  resumeChat(chat: Chat): Promise<boolean>
  pausedChats(): Promise<readonly PausedChat[]>
  /** The chat has a new address: every row that names it is changed, in one transaction. A second time changes nothing. */
  moveChat(from: Chat, to: Chat): Promise<void>
  /** Where that person wants to read his notices; undefined for his private chat. */
  setNoticeChat(person: Person, chat: Chat | undefined): Promise<void>
  noticeChat(person: Person): Promise<Chat | undefined>
}

export interface RefStore {
  /** The id of that meaning: the one it has, or a new one, 10 letters and figures drawn by lot. */
  refOf(ref: Ref, now: number): Promise<string>
  ref(id: string): Promise<Ref | undefined>
}

export interface RatingStore {
  /** What a person thinks of an answer or an edition; a second time replaces the first. */
  rate(
    rating: {
      readonly chat: Chat
      readonly person: Person
      readonly of: Shown
      readonly isGood: boolean
      readonly reason?: RatingReason
    },
    now: number,
  ): Promise<void>
}

/** The ledger of model calls. Nothing in it is ever changed. */
export interface ModelCallStore {
  /** Reserves a call's cost unless that would pass a cap; then nothing is reserved, and the first such cap is given. */
  reserveModelCall(
    call: NewModelCall,
    caps: readonly SpendingCap[],
    now: number,
  ): Promise<{ readonly id: string } | { readonly passed: SpendingCap }>
  /** Once for each call. */
  settleModelCall(id: string, settlement: ModelSettlement, now: number): Promise<void>
  spending(
    query: { readonly since: number; readonly chat?: Chat; readonly person?: Person },
    now: number,
  ): Promise<Spending>
  /** Of settled calls asked since then, dearest first. */
  modelCosts(query: {
    readonly since: number
    readonly by: 'chat' | 'model' | 'purpose'
  }): Promise<readonly ModelCost[]>
  /** What a probe found out about that server. */
  modelServer(identity: string): Promise<string | undefined>
  saveModelServer(identity: string, found: string, now: number): Promise<void>
}
