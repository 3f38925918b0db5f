// What models are asked and what it costs: a ledger that is only appended to.

export const modelCalls = {
  name: '0005-model-calls',
  sql: `
-- A call, before it is made, with the most that it may cost. Unsettled, it counts against the caps until it expires.
create table model_calls (
  number integer primary key autoincrement,
  asked_at integer not null,
  purpose text not null check (purpose in ('brief', 'judge', 'repair', 'query', 'answer', 'translation', 'probe')),
  model text not null,
  prompt_version text,
  chat text,
  person text,
  about text,
  reserved_nano_usd integer not null check (reserved_nano_usd >= 0),
  expires_at integer not null
);
create index model_calls_by_time on model_calls (asked_at);
create index model_calls_by_chat on model_calls (chat, asked_at) where chat is not null;
create index model_calls_by_person on model_calls (person, asked_at) where person is not null;

-- What became of a call. Its cost is null where nobody knows it; what counts against the caps is never null.
create table model_outcomes (
  call integer primary key references model_calls (number),
  settled_at integer not null,
  outcome text not null check (outcome in ('replied', 'unusable', 'too-long', 'late', 'unavailable', 'stopped')),
  model text,
  tier text,
  request_id text,
  input integer not null,
  cached integer not null,
  cache_write integer not null,
  output integer not null,
  reasoning integer not null,
  is_estimated integer not null check (is_estimated in (0, 1)),
  nano_usd integer check (nano_usd >= 0),
  counted_nano_usd integer not null check (counted_nano_usd >= 0)
);

create trigger model_calls_stay before update on model_calls
begin select raise(abort, 'the ledger of model calls is only appended to'); end;
create trigger model_outcomes_stay before update on model_outcomes
begin select raise(abort, 'the ledger of model calls is only appended to'); end;

-- What a probe found out about a server and its model.
create table model_servers (
  identity text primary key,
  found text not null check (json_valid(found)),
  found_at integer not null
) without rowid;
`,
}
