// The tables as Kysely sees them. Ids that people see are a letter and the row's number: article 12 is `a12`.

import type { Generated, GeneratedAlways } from 'kysely'

export interface Schema {
  articles: ArticleTable
  revisions: RevisionTable
  stories: StoryTable
  placements: PlacementTable
  briefs: BriefTable
  conversations: ConversationTable
  answers: AnswerTable
  feeds: FeedTable
  seen_items: SeenItemTable
  inbox: InboxTable
  chats: ChatTable
  notice_chats: NoticeChatTable
  subscriptions: SubscriptionTable
  editions: EditionTable
  edition_entries: EditionEntryTable
  deliveries: DeliveryTable
  refs: RefTable
  ratings: RatingTable
  model_calls: ModelCallTable
  model_outcomes: ModelOutcomeTable
  model_servers: ModelServerTable
}

export interface ArticleTable {
  number: Generated<number>
  identity: string
  revision: number
  external_id: string | null
  url: string | null
  title: string
  byline: string | null
  publisher: string | null
  site: string | null
  published_at: number | null
  published_at_inferred: number
  language: string
  categories: string | null
  kind: string
  body_hash: string
  duplicate_group: number | null
  stored_at: number
  updated_at: number
  text: string
  sentences: string
  stem_hashes: Uint8Array | null
}

export interface RevisionTable {
  article: number
  revision: number
  title: string
  text: string
  sentences: string
}

export interface StoryTable {
  number: Generated<number>
  representative: number
  latest_at: number
}

export interface PlacementTable {
  article: number
  at: number
  is_due: number
  story: number | null
  placed_at: number | null
  features: string | null
}

export interface BriefTable {
  number: Generated<number>
  story: number | null
  headline: string
  points: string
  sources: string
  language: string
  engine: string
  model: string | null
  prompt_version: string | null
  findings: string
  inputs: string
  cache_key: string | null
  headline_language: string | null
  nano_usd: number | null
  difference: string | null
  written_at: number
}

export interface ConversationTable {
  number: Generated<number>
  key: string
  focus: string | null
  shown: string | null
  opened_at: number
}

export interface AnswerTable {
  number: Generated<number>
  conversation: number
  question: string
  kind: string
  reason: string | null
  points: string
  sources: string
  nearest: string
  score: number
  language: string
  engine: string
  answered_at: number
  model: string | null
  prompt_version: string | null
  findings: string | null
  inputs: string | null
  nano_usd: number | null
}

export interface FeedTable {
  number: Generated<number>
  url: string
  title: string | null
  category: string | null
  etag: string | null
  last_modified: string | null
  added_at: number
  polled_at: number | null
  next_poll_at: number
  claimed_until: number | null
  pace: string | null
  failing_since: number | null
  paused_at: number | null
  due_at: GeneratedAlways<number | null>
  problem: string | null
}

export interface SeenItemTable {
  feed: number
  key: string
  words_hash: string
  article: number | null
  read_at: number
  retry_until: number | null
}

export interface InboxTable {
  number: Generated<number>
  key: string
  chat: string
  event: string
  attempt: Generated<number>
  claimed_until: number | null
  settled_at: number | null
  problem: string | null
}

export interface ChatTable {
  number: Generated<number>
  platform: string
  id: string
  thread: string
  kind: string
  paused_at: number | null
  pause_reason: string | null
  head: number | null
  due_at: number | null
}

export interface NoticeChatTable {
  person: string
  chat: number
}

export interface SubscriptionTable {
  number: Generated<number>
  chat: number
  owner: string | null
  topics: string
  language: string
  points: number
  briefs: number
  schedule: string
  quiet_hours: string | null
  after_down_time: string
  when_unknown: string
  when_empty: string
  called_role: string | null
  is_for_followers: Generated<number>
  next_edition_at: number
  open_slot: number | null
  attempt: Generated<number>
  claimed_until: number | null
  created_at: number
  paused_at: number | null
  removed_at: number | null
  due_at: GeneratedAlways<number | null>
}

export interface EditionTable {
  number: Generated<number>
  subscription: number
  slot: number
  missed: string
  state: string
  reason: string | null
  left_out: string
  opened_at: number
  composed_at: number | null
}

export interface EditionEntryTable {
  edition: number
  position: number
  brief: number
  story: number | null
  earlier: string | null
}

export interface DeliveryTable {
  number: Generated<number>
  message_key: string
  part: number
  parts: number
  chat: number
  payload: string
  edition: number | null
  due_at: number
  expires_at: number
  when_unknown: string
  state: Generated<string>
  attempt: Generated<number>
  claimed_until: number | null
  sending_at: number | null
  resolve_at: number | null
  is_resent: Generated<number>
  is_plain: Generated<number>
  is_moved: Generated<number>
  receipt: string | null
  reason: string | null
  created_at: number
  settled_at: number | null
}

export interface RefTable {
  id: string
  meaning: string
  made_at: number
}

export interface RatingTable {
  number: Generated<number>
  chat: string
  person: string
  about: string
  is_good: number
  reason: string | null
  rated_at: number
}

export interface ModelCallTable {
  number: Generated<number>
  asked_at: number
  purpose: string
  model: string
  prompt_version: string | null
  chat: string | null
  person: string | null
  about: string | null
  reserved_nano_usd: number
  expires_at: number
}

export interface ModelOutcomeTable {
  call: number
  settled_at: number
  outcome: string
  model: string | null
  tier: string | null
  request_id: string | null
  input: number
  cached: number
  cache_write: number
  output: number
  reasoning: number
  is_estimated: number
  nano_usd: number | null
  counted_nano_usd: number
}

export interface ModelServerTable {
  identity: string
  found: string
  found_at: number
}
