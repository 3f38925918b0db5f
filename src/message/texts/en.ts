// Every sentence Brevier says of itself to readers, in English. Other languages have the same keys.

export const en = {
  /* editions and briefs */
  editionTitle: (date: string) => `Brevier · ${date}`,
  nothingNew: 'Nothing new: no stored article of this period fits.',

  /* sources */
  excerpt: 'excerpt',
  inLanguage: (language: string) => `in ${language}`,

  /* answers */
  fromStored: 'From the stored articles:',
  partial: 'The stored articles answer only a part of this:',
  closest: 'This is not an answer, only the closest that I have stored:',
  notStored: 'Not in what I have stored.',
  nothingStored: 'Nothing is stored yet, so I cannot answer anything. To add something:',
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

  /* the first minutes */
  sampleNote:
    'These are samples: invented articles of a sample desk that lives in memory. They stay here and are never posted.',
  promptHint: 'Ask a question. /help lists what else you can say; /quit leaves.',
  quitHint: '/quit leaves.',
  goOn: 'To go on:',
  addFeed: { term: 'a feed', text: 'npx brevier feeds add <url>, then npx brevier start' },
  addPage: { term: 'a page', text: 'npx brevier ingest <file or url>' },
  addPlatform: { term: 'Telegram', text: 'not in this version yet; it will need TELEGRAM_BOT_TOKEN' },
  addModel: { term: 'a model', text: 'not in this version yet; it will need OPENAI_API_KEY' },
}
