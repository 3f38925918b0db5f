// What the sources of a brief do not agree on.

export const difference = {
  name: '0010-difference',
  sql: 'alter table briefs add column difference text;',
}
