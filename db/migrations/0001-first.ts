// A migration is never edited once it is released: a change of the schema is a new file beside this one.
// Numbers are never given twice (autoincrement), so that an id that somebody kept never means something else later.

export const first = {
  name: '0001-first',
  sql: `
create table migrations (
  name text primary key,
  applied_at integer not null default (unixepoch() * 1000)
) strict;

create table articles (
  number integer primary key autoincrement,
  identity text not null unique,
  revision integer not null check (revision >= 1),
  external_id text,
  url text,
  title text not null,
  byline text,
  publisher text,
  site text,
  published_at integer,
  published_at_inferred integer not null check (published_at_inferred in (0, 1)),
  language text not null,
  kind text not null check (kind in ('full', 'snippet')),
  body_hash text not null,
  -- Null when the article is the first of its group, or alone.
  duplicate_group integer references articles (number),
  stored_at integer not null,
  updated_at integer not null,
  text text not null,
  sentences text not null
) strict;
create index articles_body_hash on articles (body_hash);
create index articles_duplicate_group on articles (duplicate_group) where duplicate_group is not null;
create index articles_publisher on articles (publisher);
create index articles_site on articles (site);

-- Earlier texts of articles; the current one is in articles.
create table revisions (
  article integer not null references articles (number),
  revision integer not null check (revision >= 1),
  title text not null,
  text text not null,
  sentences text not null,
  primary key (article, revision)
) strict;

create table stories (
  number integer primary key autoincrement,
  representative integer not null references articles (number),
  latest_at integer not null
) strict;
create index stories_latest_at on stories (latest_at);

-- Where each article stands among the stories. It is due until it is placed, and again when its text has changed.
create table placements (
  article integer primary key references articles (number),
  at integer not null,
  is_due integer not null check (is_due in (0, 1)),
  story integer references stories (number),
  placed_at integer,
  features text,
  check (is_due = 1 or story is not null),
  check ((story is null) = (placed_at is null) and (story is null) = (features is null))
) strict;
create index placements_due on placements (at, article) where is_due = 1;
create index placements_story on placements (story, at);
create index placements_at on placements (at);
create index placements_placed_at on placements (placed_at);

-- The index keeps terms, not texts. Terms are what spaces divide: they come as stems, so nothing else may divide them.
-- The two last columns are kept beside the index to filter by; sources are names in lower case, a line each.
create virtual table search using fts5 (
  title, body, at unindexed, sources unindexed,
  content='', contentless_delete=1, contentless_unindexed=1,
  tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'"
);
-- A stem in the title says eight times as much as in the body (grounding 6.1).
insert into search (search, rank) values ('rank', 'bm25(8.0, 1.0)');
create virtual table search_terms using fts5vocab (search, row);

create table briefs (
  number integer primary key autoincrement,
  story integer,
  headline text not null,
  points text not null check (json_valid(points)),
  sources text not null check (json_valid(sources)),
  language text not null,
  engine text not null check (engine in ('extractive', 'model')),
  model text,
  prompt_version text,
  findings text not null check (json_valid(findings)),
  inputs text not null check (json_valid(inputs)),
  written_at integer not null
) strict;

create table conversations (
  number integer primary key autoincrement,
  key text not null unique,
  focus text check (json_valid(focus)),
  shown text check (json_valid(shown)),
  opened_at integer not null
) strict;

create table answers (
  number integer primary key autoincrement,
  conversation integer not null references conversations (number),
  question text not null,
  kind text not null check (kind in ('answered', 'closest', 'refused')),
  reason text check (reason in ('not-stored', 'out-of-scope', 'ambiguous', 'retention', 'partial')),
  points text not null check (json_valid(points)),
  sources text not null check (json_valid(sources)),
  nearest text not null check (json_valid(nearest)),
  score real not null,
  language text not null,
  engine text not null check (engine in ('extractive', 'model')),
  answered_at integer not null
) strict;
create index answers_conversation on answers (conversation, number);

create table feeds (
  number integer primary key autoincrement,
  url text not null unique,
  title text,
  etag text,
  last_modified text,
  added_at integer not null,
  polled_at integer,
  next_poll_at integer not null,
  claimed_until integer,
  problem text
) strict;
create index feeds_next_poll_at on feeds (next_poll_at, number);

create table inbox (
  number integer primary key autoincrement,
  key text not null unique,
  chat text not null,
  event text not null check (json_valid(event)),
  attempt integer not null default 0 check (attempt >= 0),
  claimed_until integer,
  settled_at integer,
  problem text
) strict;
create index inbox_open on inbox (chat, number) where settled_at is null;
`,
}
