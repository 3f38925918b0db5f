// What the command line alone says, to whoever runs Brevier: in English, in every language's texts.

export const operator = {
  /* status */
  status: {
    title: (database: string) => `Brevier · ${database}`,
    desk: 'desk',
    running: 'is running',
    notRunning: 'is not running; brevier start starts it',
    feeds: 'feeds',
    noFeeds: 'none; brevier feeds add <url> adds one',
    lastRead: (time: string) => `last read ${time}`,
    neverRead: 'not read yet',
    nextRead: (time: string) => `next ${time}`,
    subscriptions: 'subscriptions',
    noSubscriptions: 'none; brevier subscriptions add makes one',
    pausedCount: (count: number) => `${count} paused`,
    nextEdition: (time: string) => `next edition ${time}`,
    outbox: 'outbox',
    model: 'model',
    spent: (day: string, month: string) => `${day} today · ${month} this month`,
    outboxEmpty: 'nothing was sent yet',
    waiting: (count: number) => `${count} waiting`,
    sending: (count: number) => `${count} being sent`,
    delivered: (count: number) => `${count} delivered`,
    notSent: (count: number) => `${count} not sent`,
    tooOld: (count: number) => `${count} too old`,
    unknown: (count: number) => `${count} may have arrived`,
    failingFeeds: 'Feeds that cannot be read',
    pausedChats: 'Chats that nothing is sent to',
    editions: 'Subscriptions',
    last: (time: string, what: string) => `last ${time}: ${what}`,
    none: 'no edition yet',
    more: (count: number) => `and ${count} more: brevier subscriptions list`,
    feedPaused: (time: string) => `It is paused since ${time}.`,
    tryFeed: (id: string) => `To try again: brevier feeds poll ${id}`,
    doubts: 'Posts that may have arrived',
    stuck: 'Posts that should have been sent by now',
    since: (time: string) => `since ${time}`,
  },

  /* why, of a feed */
  whyFeed: {
    well: 'Its last poll went well.',
    unread: 'It was not read yet.',
    failing: (problem: string, since: string) => `${problem} It cannot be read since ${since}.`,
    paused: (time: string) => `It is paused since ${time}: nothing asks for it by itself any more.`,
    lastPoll: 'last poll',
    nextPoll: 'next poll',
    category: 'category',
    none: 'none',
  },

  /* costs */
  costs: {
    title: 'What models cost',
    today: 'today',
    thisMonth: 'this month',
    of: (spent: string, cap: string) => `${spent} of ${cap}`,
    noCap: (spent: string) => `${spent}, without a limit`,
    none: 'No model was asked in that time.',
    by: { purpose: 'By purpose', model: 'By model', chat: 'By chat' },
    calls: (count: number) => (count === 1 ? '1 call' : `${count} calls`),
    tokens: (input: number, output: number) => `${input} tokens read, ${output} written`,
    failed: (count: number) => `${count} without a reply of use`,
    unpriced: (count: number) => `${count} of unknown cost`,
    nobody: 'for all chats',
  },

  /* doctor */
  doctor: {
    title: (problems: number) =>
      problems === 0
        ? 'All is well.'
        : problems === 1
          ? 'One problem was found.'
          : `${problems} problems were found.`,
    level: { error: (text: string) => `Wrong: ${text}`, warning: (text: string) => `Note: ${text}` },
    well: (parts: string) => `Well: ${parts}`,
  },

  /* the first minutes */
  sampleNote:
    'These are samples: invented articles of a sample desk that lives in memory. They stay here and are never posted.',
  promptHint: 'Ask a question. /help lists what else you can say; /quit leaves.',
  quitHint: '/quit leaves.',
  goOn: 'To go on:',
  addFeed: { term: 'a feed', text: 'npx brevier feeds add <url>, then npx brevier start' },
  addPage: { term: 'a page', text: 'npx brevier ingest <file or url>' },
  addPlatform: { term: 'Telegram', text: 'set TELEGRAM_BOT_TOKEN, then npx brevier start' },
  addModel: { term: 'a model', text: 'set OPENAI_API_KEY, or OPENAI_BASE_URL and OPENAI_MODEL' },
}
