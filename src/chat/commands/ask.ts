import { isGreeting } from '../../answers/question-kind.ts'
import type { Message } from '../../domain.ts'
import { messageFromText } from '../../message/from-text.ts'
import { texts } from '../../message/texts.ts'
import { answerTo } from '../answer-to.ts'
import type { ChatCommand, ChatParts, Said } from '../chat-command.ts'

export const askCommand: ChatCommand = {
  name: 'ask',
  usage: '/ask <question>',
  group: 'news',
  run: ask,
}

/** The same as writing the question, also where not every word is heard. Without one, it is asked for. */
async function ask(parts: ChatParts, { text, language, chat, person, ...said }: Said): Promise<Message> {
  if (text !== '' && !isGreeting(text))
    return answerTo(parts, { ...said, question: text, language, payer: { chat, person } })
  const say = texts(language)
  return { ...messageFromText(say.askForQuestion, language), asksFor: say.yourQuestion }
}
