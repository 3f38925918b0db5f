// The tables as Kysely sees them. Ids that people see are a letter and the row's number: article 12 is `a12`.

import type { Generated } from 'kysely'

export interface Schema {
  articles: ArticleTable
  revisions: RevisionTable
  stories: StoryTable
  placements: PlacementTable
  briefs: BriefTable
  conversations: ConversationTable
  answers: AnswerTable
  feeds: FeedTable
  inbox: InboxTable
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
  kind: string
  body_hash: string
  duplicate_group: number | null
  stored_at: number
  updated_at: number
  text: string
  sentences: string
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
}

export interface FeedTable {
  number: Generated<number>
  url: string
  title: string | null
  etag: string | null
  last_modified: string | null
  added_at: number
  polled_at: number | null
  next_poll_at: number
  claimed_until: number | null
  problem: string | null
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
