// Who gets what and when, what became of it, and the outbox. The state of a delivery and of an edition is what the checks
// below allow, whatever the code does.

export const editions = {
  name: '0002-editions',
  sql: `
alter table articles add column categories text check (json_valid(categories));

alter table briefs add column cache_key text;
create unique index briefs_cache_key on briefs (cache_key) where cache_key is not null;

alter table feeds add column category text;
-- When it can be claimed: when it is to be polled, and no lease of an earlier claim is in the way.
alter table feeds add column due_at integer generated always as (
  case when claimed_until > next_poll_at then claimed_until else next_poll_at end
) virtual;
drop index feeds_next_poll_at;
create index feeds_due on feeds (due_at, number);

-- Every place that something is sent to. Its address may change; everything else names it by its number.
create table chats (
  number integer primary key autoincrement,
  platform text not null,
  id text not null,
  -- Empty when it is no thread.
  thread text not null,
  kind text not null check (kind in ('private', 'group', 'channel', 'thread')),
  paused_at integer,
  pause_reason text check (json_valid(pause_reason)),
  -- The delivery that is to be sent to it, and when it can be claimed; null while there is none, or one is being sent, or
  -- the chat is paused. They follow from its deliveries, see db/outbox.ts.
  head integer references deliveries (number),
  due_at integer,
  unique (platform, id, thread),
  check ((paused_at is null) = (pause_reason is null)),
  check ((head is null) = (due_at is null)),
  check (paused_at is null or head is null)
) strict;
create index chats_due on chats (platform, due_at, head) where due_at is not null;
create index chats_paused on chats (paused_at) where paused_at is not null;
create index chats_head on chats (head) where head is not null;

create table subscriptions (
  number integer primary key autoincrement,
  chat integer not null references chats (number),
  owner text,
  topics text not null,
  language text not null,
  points integer not null check (points >= 1),
  briefs integer not null check (briefs >= 1),
  schedule text not null check (json_valid(schedule)),
  quiet_hours text check (json_valid(quiet_hours)),
  after_down_time text not null check (after_down_time in ('late', 'merge', 'skip')),
  when_unknown text not null check (when_unknown in ('once', 'again')),
  when_empty text not null check (when_empty in ('nothing', 'line')),
  next_edition_at integer not null,
  -- The slot of its open edition.
  open_slot integer,
  attempt integer not null default 0 check (attempt >= 0),
  claimed_until integer,
  created_at integer not null,
  paused_at integer,
  -- The row stays, because its editions do.
  removed_at integer,
  -- When it can be claimed; never while it is paused or when it is removed.
  due_at integer generated always as (
    case
      when paused_at is not null or removed_at is not null then null
      when claimed_until > coalesce(open_slot, next_edition_at) then claimed_until
      else coalesce(open_slot, next_edition_at)
    end
  ) virtual,
  foreign key (number, open_slot) references editions (subscription, slot)
) strict;
create index subscriptions_due on subscriptions (due_at, number) where due_at is not null;
create index subscriptions_chat on subscriptions (chat, number);
create index subscriptions_owner on subscriptions (owner, number) where owner is not null;

create table editions (
  number integer primary key autoincrement,
  subscription integer not null references subscriptions (number),
  slot integer not null,
  missed text not null check (json_valid(missed)),
  state text not null check (state in ('open', 'made', 'empty', 'skipped')),
  reason text check (json_valid(reason)),
  left_out text not null check (json_valid(left_out)),
  opened_at integer not null,
  composed_at integer,
  unique (subscription, slot),
  -- What was not made has a reason.
  check ((reason is null) = (state in ('open', 'made'))),
  check (case state when 'open' then composed_at is null when 'skipped' then 1 else composed_at is not null end)
) strict;
create unique index editions_open on editions (subscription) where state = 'open';
create index editions_made on editions (subscription, composed_at) where state = 'made';

create table edition_entries (
  edition integer not null references editions (number),
  position integer not null check (position >= 1),
  brief integer not null references briefs (number),
  story integer,
  earlier text check (json_valid(earlier)),
  primary key (edition, position)
) strict, without rowid;

-- The outbox, and what became of what was in it.
create table deliveries (
  number integer primary key autoincrement,
  message_key text not null,
  part integer not null check (part >= 1),
  parts integer not null check (parts >= part),
  chat integer not null references chats (number),
  payload text not null check (json_valid(payload)),
  edition integer references editions (number),
  due_at integer not null,
  expires_at integer not null,
  when_unknown text not null check (when_unknown in ('once', 'again')),
  state text not null default 'pending'
    check (state in ('pending', 'claimed', 'sending', 'delivered', 'refused', 'unknown', 'expired')),
  attempt integer not null default 0 check (attempt >= 0),
  claimed_until integer,
  sending_at integer,
  resolve_at integer,
  is_resent integer not null default 0 check (is_resent in (0, 1)),
  is_plain integer not null default 0 check (is_plain in (0, 1)),
  is_moved integer not null default 0 check (is_moved in (0, 1)),
  receipt text,
  reason text check (json_valid(reason)),
  created_at integer not null,
  settled_at integer,
  unique (message_key, part),
  check ((claimed_until is not null) = (state in ('claimed', 'sending'))),
  check (sending_at is not null or state not in ('sending', 'unknown')),
  check (resolve_at is null or state = 'unknown'),
  check ((receipt is not null) = (state = 'delivered')),
  check (case when state = 'delivered' then reason is null
    when state in ('refused', 'unknown', 'expired') then reason is not null else 1 end),
  check ((settled_at is not null) = (state in ('delivered', 'refused', 'expired')))
) strict;
create index deliveries_state on deliveries (state, number);
create index deliveries_chat on deliveries (chat, number);
create index deliveries_edition on deliveries (edition, part) where edition is not null;
create index deliveries_open on deliveries (chat, number) where state in ('pending', 'claimed', 'sending');
create index deliveries_under_way on deliveries (chat, state) where state in ('claimed', 'sending');
create index deliveries_expiring on deliveries (expires_at) where state in ('pending', 'claimed');
create index deliveries_sending on deliveries (claimed_until) where state = 'sending';
create index deliveries_resolve on deliveries (resolve_at) where resolve_at is not null;
`,
}
