import type { Message } from '../domain.ts'
import { texts } from './texts.ts'

/** That what follows are samples. */
export function messageFromSampleNote(language: string): Message {
  return { language, blocks: [{ kind: 'quiet', text: texts(language).sampleNote }] }
}

/** A question as it was asked, above its answer. */
export function messageFromQuestion(question: string, language: string): Message {
  return { language, blocks: [{ kind: 'headline', text: question }] }
}

/** How to go on from here: a feed, a platform, a model. */
export function messageFromBeginning(language: string): Message {
  const say = texts(language)
  return {
    language,
    blocks: [
      { kind: 'quiet', text: say.goOn },
      { kind: 'rows', rows: [say.addFeed, say.addPlatform, say.addModel] },
    ],
  }
}
