// How often a feed brings something, since when it cannot be read, and which of its items were read.

export const feeds = {
  name: '0006-feeds',
  sql: `
drop index feeds_due;
alter table feeds drop column due_at;
alter table feeds add column pace text check (json_valid(pace));
alter table feeds add column failing_since integer;
alter table feeds add column paused_at integer;
-- When it can be claimed: when it is to be polled, and no lease of an earlier claim is in the way; never while it is paused.
alter table feeds add column due_at integer generated always as (
  case
    when paused_at is not null then null
    when claimed_until > next_poll_at then claimed_until
    else next_poll_at
  end
) virtual;
create index feeds_due on feeds (due_at, number) where due_at is not null;

-- What was read of a feed, under each name that an item goes by. It is kept for longer than the item is in the feed.
create table seen_items (
  feed integer not null references feeds (number) on delete cascade,
  key text not null,
  words_hash text not null,
  -- Null when none came of it, or it is forgotten.
  article integer references articles (number) on delete set null,
  read_at integer not null,
  retry_until integer,
  primary key (feed, key)
) strict, without rowid;
create index seen_items_article on seen_items (article) where article is not null;
`,
}
