// Whom an edition calls, and whether it goes on to those who follow its channel.

export const calls = {
  name: '0008-calls',
  sql: `
    alter table subscriptions add column called_role text;
    alter table subscriptions add column is_for_followers integer not null default 0
      check (is_for_followers in (0, 1));
  `,
}
