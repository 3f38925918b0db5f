// Every sentence Brevier says of itself to readers, in English. Other languages have the same keys.

export const en = {
  /* editions and briefs */
  editionTitle: (date: string, time?: string) => `Brevier · ${date}${time === undefined ? '' : `, ${time}`}`,
  nothingNew: 'Nothing new: no stored article of this period fits.',
  noNewStories: 'Nothing new: no story has come in.',
  noneFits: (stories: number) =>
    stories === 1
      ? 'Nothing new: one story has come in, and it does not fit the topics.'
      : `Nothing new: ${stories} stories have come in, and none fits the topics.`,
  allTold: (stories: number) =>
    stories === 1
      ? 'Nothing new: one story fits, and it was told here already.'
      : `Nothing new: ${stories} stories fit, and all were told here already.`,
  update: (since: string) => `Update: what is new since ${since}.`,
  late: (time: string) => `Late: this edition was due at ${time}.`,
  merged: (editions: number) =>
    editions === 1
      ? 'It stands for the edition before it too, which could not be made.'
      : `It stands for the ${editions} editions before it too, which could not be made.`,
  dropped: (editions: number) =>
    editions === 1
      ? 'The edition before it could not be made and is left out.'
      : `The ${editions} editions before it could not be made and are left out.`,
  notSent: 'This would not be sent: the subscription says nothing when there is nothing new.',

  /* sources */
  excerpt: 'excerpt',
  inLanguage: (language: string) => `in ${language}`,

  /* answers */
  fromStored: 'From the stored articles:',
  partial: 'The stored articles answer only a part of this:',
  closest: 'This is not an answer, only the closest that I have stored:',
  notStored: 'Not in what I have stored.',
  outOfScope: 'I report what stored articles say. Advice, predictions and opinions are not mine to give.',
  ambiguous: 'This could mean several things in what I have stored. Please name the person, place or event.',
  retention: 'That is older than what I keep.',
  nearest: 'What comes nearest:',

  /* lists */
  noMatch: 'No stored article holds these words.',
  noStories: 'No stories in this period.',
  articles: (count: number) => (count === 1 ? '1 article' : `${count} articles`),
  andMore: (names: string, more: number) => (more === 0 ? names : `${names} and ${more} more`),

  /* commands */
  helpTitle: 'What you can say',
  helpQuestion: 'Just write a question; it is answered from what is stored.',
  commandAbout: {
    brief: 'the briefs of the last day, or those about a topic',
    sources: 'the sentences behind the mark [2], in their paragraphs',
    stories: 'the stories of the last day',
    help: 'this list',
  } as Readonly<Record<string, string>>,
  unknownCommand: (name: string) => `There is no command /${name}. /help lists those there are.`,
  nothingShown: 'No marks have been shown yet. Ask something, or say /brief.',
  noSuchMark: (mark: string) =>
    /^\d+$/.test(mark)
      ? `There is no mark [${mark}] in what was shown last.`
      : 'Which mark? Say it with its number: /sources 2',
  apology: 'That went wrong on my side. The log says why; please ask once more.',

  /* notices */
  chatPaused: {
    gone: (chat: string) => `I could not post to ${chat}: I am not in it any more, or it is gone.`,
    'no-right': (chat: string) => `I could not post to ${chat}: I am not allowed to write there.`,
    topic: (chat: string) => `I could not post to ${chat}: its topic is closed or deleted.`,
  },
  editionOf: (time: string, date: string) => `The ${time} edition of ${date}`,
  isKept: (edition: string) => `${edition} is kept. Nothing is sent to this chat until you resume it.`,
  nothingIsLost: 'What was to be sent is kept. Nothing is sent to this chat until you resume it.',
  mendChat: {
    gone: (resume: string) => `Add me to it again, then run: ${resume}`,
    'no-right': (resume: string) => `Give me the right to write there, then run: ${resume}`,
    topic: (resume: string) => `Open the topic again or choose another, then run: ${resume}`,
  },
  mayHaveArrived: (edition: string, chat: string) => `${edition} may have arrived in ${chat}, or not.`,
  partOf: (part: number, parts: number) => `It is about part ${part} of ${parts}.`,
  pleaseLook:
    'The connection broke while I sent it, and I cannot look there myself. Please look, then run what is true:',
  itIsThere: 'it is there',
  itIsNotThere: 'it is not',
  platformSaid: (detail: string) => `What the platform said: ${detail}`,

  /* the first minutes */
  sampleNote:
    'These are samples: invented articles of a sample desk that lives in memory. They stay here and are never posted.',
  promptHint: 'Ask a question. /help lists what else you can say; /quit leaves.',
  goOn: 'To go on:',
  addFeed: { term: 'a feed', text: 'npx brevier feeds add <url>, then npx brevier start' },
  addPlatform: { term: 'Telegram', text: 'not in this version yet; it will need TELEGRAM_BOT_TOKEN' },
  addModel: { term: 'a model', text: 'not in this version yet; it will need OPENAI_API_KEY' },
}
