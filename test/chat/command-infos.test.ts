import { expect, test } from 'vitest'
import { commandInfos } from '../../src/chat/command-infos.ts'
import { commands } from '../../src/chat/commands.ts'
import { spokenLanguages, texts } from '../../src/message/texts.ts'

test('every command that takes words says which, and no other one does', () => {
  const taking = commands.filter(({ name, usage }) => usage !== `/${name}`).map(({ name }) => name)
  expect(commandInfos.filter(({ words }) => words).map(({ name }) => name)).toEqual(taking)
})

test('what they are is said in every language', () => {
  for (const { words } of commandInfos)
    for (const language of words ? spokenLanguages : [])
      expect(words?.about[language]).toBe(texts(language).commandWords[words?.name ?? ''])
})
