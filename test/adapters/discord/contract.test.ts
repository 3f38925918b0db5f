import { type AdapterUnderTest, chatAdapterContract } from '../../contract/chat-adapter.ts'
import { within } from '../../fakes/discord/check-message.ts'
import { readMarkdown } from '../../fakes/discord/markdown.ts'
import type { WireMessage } from '../../fakes/discord/wire.ts'
import { discordApp } from './discord-app.ts'

chatAdapterContract('the Discord adapter', scriptedDiscord)

/** One person in his private chat. What he says is said when the bot is in; listening ends when all of it was answered. */
async function scriptedDiscord(): Promise<AdapterUnderTest> {
  const { discord, adapter, chat } = await discordApp()
  const person = discord.person()
  const ended = new AbortController()
  const toSay: string[] = []
  let said = 0
  let hasEnded = false
  const answers = () => discord.messages(person).filter(({ author }) => author.bot)
  const goOn = () => {
    if (discord.gateway.identified.length > 0)
      for (const words of toSay.splice(0)) {
        discord.write(person, 'dm', words)
        said += 1
      }
    if (hasEnded && toSay.length === 0 && answers().length >= said) ended.abort()
    else if (!ended.signal.aborted) setImmediate(goOn)
  }
  return {
    adapter: {
      ...adapter,
      async listen(accept, signal) {
        goOn()
        await adapter.listen(accept, AbortSignal.any([signal, ended.signal]))
        ended.abort()
      },
    },
    chat: chat(person, 'private'),
    say: (words) => void toSay.push(words),
    end() {
      hasEnded = true
    },
    close() {
      // The channel of the private chat is gone with the person.
      const { people } = discord.world
      people.delete(person)
    },
    arrived: () => answers().map(shown).join('\n'),
  }
}

/** With the addresses that its links lead to. */
function shown({ content, embeds, components }: WireMessage): string {
  const cards = components.flatMap(within).flatMap((card) => card.content ?? [])
  return [content, ...embeds.map(({ description = '' }) => description), ...cards]
    .map((words) => readMarkdown(words))
    .map(({ text, links }) => [text, ...links].join(' '))
    .join('\n')
}
