// Where people read what needs a hand, when that is not in private.

export const notices = {
  name: '0009-notices',
  sql: `
    create table notice_chats (
      person text primary key,
      chat integer not null references chats (number)
    ) strict;
    create index notice_chats_by_chat on notice_chats (chat);
  `,
}
