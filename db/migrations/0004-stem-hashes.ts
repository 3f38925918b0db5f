// The words of each sentence, so that a search need not cut what it finds into words.

export const stemHashes = {
  name: '0004-stem-hashes',
  sql: 'alter table articles add column stem_hashes blob',
}
