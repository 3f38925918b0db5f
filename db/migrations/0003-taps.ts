// What buttons mean, and what readers think.

export const taps = {
  name: '0003-taps',
  sql: `
-- A meaning has one id for ever: what was posted can be pressed years later.
create table refs (
  id text primary key,
  meaning text not null unique check (json_valid(meaning)),
  made_at integer not null
) without rowid;

-- What a person thinks of an answer or an edition. A place and a person are written as everywhere.
create table ratings (
  number integer primary key autoincrement,
  chat text not null,
  person text not null,
  about text not null check (json_valid(about)),
  is_good integer not null check (is_good in (0, 1)),
  reason text check (reason in ('too-long', 'off-topic', 'wrong', 'too-often')),
  rated_at integer not null,
  unique (person, chat, about)
);
`,
}
