// What a model had to do with a brief or an answer.

export const written = {
  name: '0007-written',
  sql: `
    alter table briefs add column headline_language text;
    alter table briefs add column nano_usd integer;
    alter table answers add column model text;
    alter table answers add column prompt_version text;
    alter table answers add column findings text;
    alter table answers add column inputs text;
    alter table answers add column nano_usd integer;
  `,
}
