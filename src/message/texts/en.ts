// Every sentence Brevier says of itself to readers, in English. Other languages have the same keys.

import { operator } from './operator.ts'
import { wrong } from './wrong/en.ts'

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
  /** A point that is a sentence of its article, beside points that a model wrote. */
  quote: (words: string) => `“${words}”`,
  written: (model: string) => `Written by a model (${model}) and checked against the sentences it cites.`,
  quotedPoints: 'A point between quotation marks is a sentence of its article.',
  /** "19 people (Valley Radio), 12 people (Meridian News)" */
  figuresDiffer: (figures: string) => `Figures differ: ${figures}.`,
  missing: (words: string) => `Not in what I have stored: ${words}`,
  fromStored: 'From the stored articles:',
  partial: 'The stored articles answer only a part of this:',
  closest: 'This is not an answer, only the closest that I have stored:',
  notStored: 'Not in what I have stored.',
  nothingStored: 'Nothing is stored yet, so I cannot answer anything. To add something:',
  outOfScope: 'I report what stored articles say. Advice, predictions and opinions are not mine to give.',
  ambiguous: 'This could mean several things in what I have stored. Please name the person, place or event.',
  retention: 'That is older than what I keep.',
  nearest: 'What comes nearest:',

  /* suggested questions; a name stands as its article wrote it */
  whatDidSay: (name: string) => `What did ${name} say?`,
  canBeAsked: 'A few questions that I can answer:',

  /* answers that are being made */
  lookingUp: 'I am looking it up …',
  reading: (articles: number) => (articles === 1 ? 'Reading 1 article …' : `Reading ${articles} articles …`),
  stillChecking: 'Checked so far. I am still at it …',
  stopped: 'Stopped.',
  stoppedThere: 'Stopped there. What stands above was checked.',

  /* lists */
  noMatch: 'No stored article holds these words.',
  noStories: 'No stories in this period.',
  articles: (count: number) => (count === 1 ? '1 article' : `${count} articles`),
  andMore: (names: string, more: number) => (more === 0 ? names : `${names} and ${more} more`),

  /* commands */
  helpTitle: 'What you can say',
  helpQuestion: 'Just write a question; it is answered from what is stored.',
  helpExample:
    'For example: /subscribe climate change, -football; schedule: every weekday at 7:30; zone: Europe/Berlin',
  commandGroup: {
    news: 'Now',
    subscriptions: 'On a schedule',
  },
  commandAbout: {
    ask: 'an answer from what is stored',
    brief: 'the briefs of the last day, or those about a topic',
    sources: 'the sentences behind the mark [2], in their paragraphs',
    stories: 'the stories of the last day',
    help: 'this list',
    subscribe: 'briefs for this chat, on a schedule',
    subscriptions: 'what this chat gets, and when',
    edit: 'change what is named, leave the rest',
    pause: 'send nothing until it is resumed',
    resume: 'go on from now',
    unsubscribe: 'end it',
    preview: 'the next edition as it would be sent now',
    why: 'why an edition came or did not come',
    settings: 'what this chat gets, changed by buttons',
    notices: 'tell me here, not in private, when one of my subscriptions needs a hand',
    start: 'what I am and how to begin',
  } as Readonly<Record<string, string>>,
  askForQuestion: 'What do you want to know?',
  yourQuestion: 'Your question',
  /** What to write behind a command, by the name of that. */
  commandWords: {
    where: 'private, to be told in private again',
    schedule: 'when it comes: every weekday at 7:30, twice a day',
    zone: 'the time zone of the schedule: Europe/Berlin',
    channel: 'the channel, thread or forum it is about; else this one',
    question: 'your question',
    topic: 'a topic, or a story to choose',
    mark: 'the number of the mark',
    topics: 'topics, and more after a semicolon: climate change, -football; zone: Europe/Berlin',
    changes: 'which one, and what of it: u1 points: 2',
    subscription: 'which one, when there are several: u1',
    about: 'a subscription or an edition: u1 or e3',
  } as Readonly<Record<string, string>>,
  showToAll: 'show the answer to everybody here',
  unknownCommand: (name: string) => `There is no command /${name}. /help lists those there are.`,
  nothingShown: 'No marks have been shown yet. Ask something, or say /brief.',
  noSuchMark: (mark: string) =>
    /^\d+$/.test(mark)
      ? `There is no mark [${mark}] in what was shown last.`
      : 'Which mark? Say it with its number: /sources 2',
  apology: 'That went wrong on my side. The log says why; please ask once more.',

  /* buttons, and what is said to those who press them */
  buttons: {
    ask: 'Ask about this',
    why: (brief?: number) => (brief === undefined ? 'Why?' : `Why ${brief}?`),
    sources: 'Sources',
    mark: (mark: number) => `[${mark}]`,
    noGood: '👎',
    reason: { 'too-long': 'Too long', 'off-topic': 'Not my topic', wrong: 'Wrong', 'too-often': 'Too often' },
    askNumber: (brief: number) => `${brief}`,
    subscribe: 'Subscribe',
    preview: 'Preview',
    pause: 'Pause',
    resume: 'Go on',
    tryAgain: 'It is mended: go on',
    remove: 'Remove …',
    reallyRemove: 'Yes, remove it',
    back: 'Back',
    copy: 'Send it to me',
    shareHere: 'Share here',
    shareInThread: 'Share in thread',
    addToChannel: 'Add me to a channel',
    addToGroup: 'Add me to a group',
    itIsThere: 'It is there',
    sendAgain: 'It is not: send it again',
  },
  youAreReading: 'You are reading this:',
  askAnything: 'Just write: ask anything about it. After half an hour I take a question as a new one.',
  whichOne: 'Just write, or choose one to talk about.',
  askForm: {
    brief: 'Which brief',
    allBriefs: 'All of them',
    question: 'Your question',
    questionHint: 'What would you like to know?',
  },
  notHereAnyMore: 'This is no longer here.',
  theLatest: 'The latest stories:',
  whatIsWrong: 'What is wrong with it?',
  thanks: 'Thank you. It is noted.',
  threadOf: (date: string) => `Questions and answers · ${date}`,
  shared: 'Shared. Whoever mentions me there, or replies to me, can ask on.',
  threadClosed: 'The thread is closed, so nothing can be shared there.',
  notShared: (detail: string) => `It could not be shared. What the platform said: ${detail}`,
  copyIsSent:
    'It is on its way to your private messages. If it does not come, allow private messages from members of this server and press once more.',
  copyIsThere: 'It is in your private messages already.',
  notMadeYet: (chat: string, next: string) =>
    `What ${chat} would get now. Nothing is made before you press Subscribe. ${next}`,
  rightsMissing: (chat: string, rights: string) =>
    `I may not post to ${chat} yet. Allow me there: ${rights}. Then try once more.`,
  allSources: 'The sources. A number shows the sentences that were used.',

  /* settings by buttons */
  settings: {
    which: 'Which subscription?',
    choose: (field: string, now: string) => `${field}: now ${now}. Choose another:`,
    orWrite: (id: string, field: string) => `Or write your own: /edit ${id} ${field}: …`,
    removeQuestion: (id: string) => `Remove ${id}? What was sent stays.`,
    field: {
      topics: 'Topics',
      schedule: 'Times',
      zone: 'Time zone',
      quiet: 'Quiet hours',
      briefs: 'Briefs',
      points: 'Points',
      language: 'Language',
      'after down time': 'After down time',
      'when unknown': 'When unknown',
      'when empty': 'When empty',
      role: 'Role',
      followers: 'Followers',
    } as Readonly<Record<string, string>>,
    /** Values that are words, as buttons show them. */
    value: {
      everything: 'everything',
      none: 'none',
      'every day at 7:00': 'every day at 7:00',
      'every day at 8:00': 'every day at 8:00',
      'every weekday at 7:30': 'every weekday at 7:30',
      'every day at 18:00': 'every day at 18:00',
      'twice a day': 'twice a day',
      'every 3 hours': 'every 3 hours',
      '22:00-07:00 move': '22:00-07:00: wait',
      '22:00-07:00 silence': '22:00-07:00: no sound',
      late: 'send the last one late',
      merge: 'merge into one',
      skip: 'skip',
      once: 'do not send again',
      again: 'send once more',
      nothing: 'send nothing',
      line: 'send a line',
    } as Readonly<Record<string, string>>,
  },
  start: {
    title: 'I am a news desk for chats.',
    reader: 'Ask me about the news: I answer from stored articles, with sources, or say that I do not know.',
    owner:
      'For a channel or group: add me to it as an admin who may post. I then write to you here, and you choose topics and times.',
    here: 'For editions in this chat: /subscribe. All commands: /help.',
  },
  /** Why a chat is paused, where the platform said it without being asked. */
  membershipSaid: {
    gone: 'I was removed from it',
    'no-right': 'I may not post there any more',
  },
  setUp: {
    title: (chat: string) => `I can post to ${chat} now.`,
    explain: 'Nothing is posted yet. Choose what and when, look at a preview, then press Subscribe.',
  },

  /* schedules, as they are written too */
  times: {
    everyDay: 'every day',
    everyWeekday: 'every weekday',
    weekend: 'at weekends',
    /** From Sunday on. */
    weekdays: ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'],
    at: (days: string, hours: string) => `${days} at ${hours}`,
    hourly: 'hourly',
    everyHours: (hours: number) => `every ${hours} hours`,
    everyMinutes: (minutes: number) => `every ${minutes} minutes`,
    fromTo: (every: string, from: string, to: string) => `${every} from ${from} to ${to}`,
  },

  /* notices */
  chatEnded: (chat: string) => `${chat} is no more. Nothing can be sent there again.`,
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
  isLate: (edition: string, chat: string) => `${edition} comes late to ${chat}.`,
  asksToWait: (until: string) =>
    `The platform asks me to wait until ${until}. I send it then, unless it is too old by that time. There is nothing for you to do.`,
  mayHaveArrived: (edition: string, chat: string) => `${edition} may have arrived in ${chat}, or not.`,
  partOf: (part: number, parts: number) => `It is about part ${part} of ${parts}.`,
  pleaseLook:
    'The connection broke while I sent it, and I cannot look there myself. Please look, then run what is true:',
  itIsThere: 'it is there',
  itIsNotThere: 'it is not',
  platformSaid: (detail: string) => `What the platform said: ${detail}`,

  /* subscriptions */
  noticesIn: (chat: string) =>
    `When one of your subscriptions needs a hand, I tell you in ${chat} from now on. Back: /notices private`,
  noticesInPrivate: 'When one of your subscriptions needs a hand, I tell you in private.',
  subscription: {
    added: (id: string) => `${id} is made.`,
    addedBefore: (id: string) => `This chat has the same subscription already: ${id}.`,
    changed: (id: string) => `${id} is changed.`,
    unchanged: (id: string) => `${id} was so already; nothing is changed.`,
    paused: (id: string) => `${id} is paused.`,
    pausedBefore: (id: string) => `${id} was paused already.`,
    resumed: (id: string) => `${id} goes on.`,
    resumedBefore: (id: string) => `${id} was not paused.`,
    removed: (id: string) =>
      `${id} is removed. What waited to be sent for it is dropped; what was sent stays.`,
  },
  noSubscription: { chat: 'This chat has no subscription yet.', cli: 'There is no subscription yet.' },
  nextEdition: (time: string) => `The next edition comes ${time}.`,
  pausedSince: (time: string) => `It has been paused since ${time}.`,
  toGoOn: (resume: string) => `To go on: ${resume}`,
  chatPausedSince: (chat: string, time: string, reason: string) =>
    `Nothing has been sent to ${chat} since ${time}. ${reason}`,
  whenMended: (resume: string) => `When that is mended: ${resume}`,
  overdue: (time: string) => `The edition of ${time} is due and not made yet.`,
  everything: 'everything',
  /** What a choice comes to, behind it; by field and choice. */
  fieldMeans: {
    quiet: { move: 'editions wait for their end', silence: 'posts make no sound' },
    'after down time': {
      late: 'of those that were missed, the last one is sent late',
      merge: 'all that were missed come in one',
      skip: 'those that were missed are skipped',
    },
    'when unknown': {
      once: 'a post that may have arrived is not sent again; you are asked',
      again: 'a post that may have arrived is sent once more',
    },
    'when empty': {
      nothing: 'an edition without news is not sent',
      line: 'an edition without news says so in a line',
    },
    followers: { yes: 'servers that follow the channel get them too' },
  } as Readonly<Record<string, Readonly<Record<string, string>>>>,
  rowNext: (time: string) => `next ${time}`,
  rowPaused: 'paused',
  rowChatPaused: 'chat paused',
  /** What to do, as it is written where the message is read. */
  how: {
    chat: {
      add: 'To make one: /subscribe climate change, -football; schedule: every weekday at 7:30; zone: Europe/Berlin',
      edit: (id: string) => `To change it: /edit ${id} points: 2; quiet: 22:00-07:00`,
      preview: (id: string) => `To see the next edition now: /preview ${id}`,
      resume: (id: string) => `/resume ${id}`,
    },
    cli: {
      add: 'To make one: brevier subscriptions add --chat terminal:local',
      edit: (id: string) => `To change it: brevier subscriptions edit ${id} --points 2`,
      preview: (id: string) => `To see the next edition now: brevier subscriptions preview ${id}`,
      resume: (id: string) => `brevier subscriptions resume ${id}`,
    },
  },

  /* why */
  allIsWell: (next: string) => `All is well. ${next}`,
  lastWentWrong: (next: string) => `The last edition did not arrive as planned; see below. ${next}`,
  noEditionYet: 'No edition has been due yet.',
  subscriptionGone: 'This subscription was removed.',
  subscriptionRemoved: (id: string) => `${id} was removed. These were its editions.`,
  noDesk: 'No desk is running, so nothing is made or sent. brevier start starts one.',
  editionIs: {
    open: 'It is being made.',
    onItsWay: 'It is on its way.',
    sent: (briefs: string) => `Sent with ${briefs}.`,
    nothingSent: (reason: string) => `Nothing was sent. ${reason}`,
    notMade: (reason: string) => `Not made. ${reason}`,
    waiting: (reason: string) => `Not sent yet. ${reason}`,
    notSent: (reason: string) => `Not sent. ${reason}`,
    mayHaveArrived: (reason: string) => `It may have arrived, or not. ${reason}`,
    part: (part: number, parts: number, text: string) => `Part ${part} of ${parts}: ${text}`,
  },
  missedBefore: (slots: number) =>
    slots === 1
      ? 'One edition before it was missed while no desk ran.'
      : `${slots} editions before it were missed while no desk ran.`,
  oneLine: 'one line that says so',
  briefs: (count: number) => (count === 1 ? '1 brief' : `${count} briefs`),
  leftOut: 'Stories that fitted and were left out:',
  otherPosts: 'Other posts that did not arrive:',
  retryIt: (id: string) => `To send it now: brevier deliveries retry ${id}`,
  settleIt: (id: string) =>
    `Look there, then say what is true: brevier deliveries settle ${id} --arrived, or --again, or --drop`,

  /* reasons; each is one sentence that stands by itself */
  reason: {
    noStories: 'No story had come in.',
    offTopic: (stories: number) =>
      stories === 1
        ? 'One story had come in, and it did not fit the topics.'
        : `${stories} stories had come in, and none fitted the topics.`,
    allTold: (stories: number) =>
      stories === 1
        ? 'One story fitted, and it had been told here already.'
        : `${stories} stories fitted, and all had been told here already.`,
    told: (time: string) => `It was told here ${time}, and there was no news in it since.`,
    noPoints: 'Nothing could be told in sentences that its articles support.',
    noRoom: 'The edition was full; others mattered more.',
    topicShare: 'Its topic had its share of the edition already.',
    sourceShare: 'Its source had its share of the edition already.',
    missed: {
      late: 'Its time passed while no desk ran; the last edition that was missed was sent late instead.',
      merge: 'Its time passed while no desk ran; what it would have told is in the edition after it.',
      skip: 'Its time passed while no desk ran, and this subscription skips what was missed.',
    },
    subscriptionPaused: 'The subscription was paused.',
    subscriptionRemoved: 'The subscription was removed.',
    chatPaused: (time: string) => `Its chat had been paused since ${time}.`,
    noAdapter: (platform: string) =>
      `The desk that ran then could not post to ${platform}: it was not configured, or nobody sat before it.`,
    failed: (detail: string) => `Making it failed: ${detail}`,
    later: (detail: string) => `The platform asked to wait: ${detail}`,
    refused: {
      ended: (detail: string) => `The chat is no more: ${detail}`,
      gone: (detail: string) => `The chat is gone, or I am not in it any more: ${detail}`,
      'no-right': (detail: string) => `I am not allowed to write there: ${detail}`,
      topic: (detail: string) => `Its topic is closed or deleted: ${detail}`,
      content: (detail: string) => `The platform could not take what was written: ${detail}`,
      token: (detail: string) => `The platform does not accept the token it was given: ${detail}`,
    },
    unknown: (detail: string) => `No answer said whether it arrived: ${detail}`,
    processEnded: 'The process ended while it was on its way.',
    moved: 'The chat had moved to another address.',
    expired: 'It had waited until it was too old to be worth sending.',
    earlierPart: (part: number) => `It comes after part ${part}, which was not sent.`,
    attempts: (attempts: number) => `It did not get through in ${attempts} attempts.`,
    settledByHand: 'Somebody decided so.',
  },

  /* deliveries */
  noDelivery: 'No delivery fits.',
  deliveryState: {
    pending: 'waits',
    claimed: 'waits',
    sending: 'is being sent',
    delivered: 'delivered',
    refused: 'not sent',
    unknown: 'may have arrived',
    expired: 'too old',
  },
  deliveryIs: {
    edition: (id: string) => `edition ${id}`,
    notice: 'a notice to an owner',
    reply: 'a reply',
  },
  partOfAll: (part: number, parts: number) => `part ${part} of ${parts}`,
  deliveryRow: {
    chat: 'chat',
    what: 'what',
    made: 'made',
    due: 'due',
    settled: 'settled',
    attempts: 'attempts',
    receipt: 'receipt',
    expires: 'until',
  },
  putBack: (ids: string) => `${ids} will be sent again.`,
  waitsForChat: (chat: string) =>
    `${chat} is paused, so that waits until it is resumed; brevier why ${chat} says why.`,
  settledAs: {
    arrived: (id: string) => `${id} counts as delivered.`,
    drop: (id: string) => `${id} is dropped and will not be sent.`,
  },

  wrong,

  ...operator,
}
