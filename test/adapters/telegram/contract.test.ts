import { type AdapterUnderTest, chatAdapterContract } from '../../contract/chat-adapter.ts'
import type { WireMessage } from '../../fakes/telegram/wire.ts'
import { telegramApp } from './telegram-app.ts'

chatAdapterContract('the Telegram adapter', scriptedTelegram)

/** One person in his private chat. Listening ends when all that he said was answered. */
async function scriptedTelegram(): Promise<AdapterUnderTest> {
  const { telegram, adapter, chat } = await telegramApp()
  const person = telegram.person({ hasStarted: true })
  const ended = new AbortController()
  let said = 0
  let hasEnded = false
  const answers = () => telegram.messages(person).filter(({ from }) => from?.is_bot)
  const endWhenAnswered = () => {
    if (hasEnded && answers().length >= said) ended.abort()
    else if (!ended.signal.aborted) setImmediate(endWhenAnswered)
  }
  return {
    adapter: {
      ...adapter,
      async listen(accept, signal) {
        endWhenAnswered()
        await adapter.listen(accept, AbortSignal.any([signal, ended.signal]))
        ended.abort()
      },
    },
    chat: chat(person),
    say(words) {
      said += 1
      telegram.write(person, words)
    },
    end() {
      hasEnded = true
    },
    close: () => telegram.block(person),
    arrived: () => answers().map(shown).join('\n'),
  }
}

/** With the addresses that its links lead to. */
function shown({ text = '', entities = [] }: WireMessage): string {
  return [text, ...entities.map(({ url = '' }) => url)].join(' ')
}
