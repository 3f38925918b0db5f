// What cannot be done as it was said: each sentence says what is wrong, and what would be right. In English.

export const wrong = {
  /* schedules */
  noSchedule: (text: string) =>
    `"${text}" is no schedule. Write it like "every weekday at 7:30", "twice a day", "hourly from 8 to 20", or as cron: "30 7 * * 1-5".`,
  neverComes: (text: string) => `"${text}" never comes. Check its day and its month.`,
  neverComesAgain: (text: string) => `"${text}" never comes again. Check its day and its month.`,
  noZone: (zone: string) =>
    `"${zone}" is no time zone. Write it like Europe/Berlin, America/New_York or UTC.`,
  noQuietHours: (text: string) =>
    `"${text}" are no quiet hours. Write them like 22:00-07:00 move, or 22:00-07:00 silence.`,
  cronFields: (text: string, count: number) =>
    `"${text}" has ${count} fields. A schedule has five: minute, hour, day of the month, month, weekday.`,
  cronField: {
    minute: 'minute',
    hour: 'hour',
    'day of the month': 'day of the month',
    month: 'month',
    weekday: 'weekday',
  } as Readonly<Record<string, string>>,
  cronValue: (text: string, field: string, from: number, to: number) =>
    `"${text}" is no ${field}. It may be *, a number from ${from} to ${to}, a range, a list of these, or */2.`,

  /* topics */
  openQuote: (text: string) =>
    `A quotation mark in ${text} is never closed: a phrase stands between two of them.`,
  minusKey: (written: string) =>
    `${written} cannot be left out: a minus stands before a word or a "quoted phrase".`,
  unknownKey: (key: string) =>
    `${key}: is not known; there are source: and category:, and words with a colon stand in quotation marks.`,
  emptyKey: (key: string) => `After ${key}: a name must follow, as in ${key}:name or ${key}:"two words".`,
  noWord: (text: string) => `${text} holds no word to look for: write words, or leave it out.`,
  longTopics: (most: number) => `The topics are too long: write at most ${most} characters.`,

  /* other settings */
  noCount: (text: string, field: string, most: number) =>
    `"${text}" does not fit: ${field} must be a whole number from 1 to ${most}.`,
  noLanguage: (text: string) => `"${text}" is no language. Write its code of two letters, like en, de or fr.`,
  noNoticePlace: (text: string) =>
    `"${text}" is not understood here. /notices tells you in this chat what needs a hand, /notices private in private.`,
  noRole: (text: string) => `"${text}" is no role. Mention it, like @News, or write its id.`,
  noChoice: (text: string, field: string, others: string, last: string) =>
    `"${text}" does not fit: ${field} must be ${others} or ${last}.`,
  noField: (name: string, others: string, last: string) =>
    `There is no setting "${name}". There are ${others} and ${last}.`,
  nothingToChange: (id: string, others: string, last: string) =>
    `Say what to change, for example: /edit ${id} points: 2. There are ${others} and ${last}.`,

  /* subscriptions of a chat */
  tooMany: (most: number) => `This chat has ${most} subscriptions, which is the most. Remove one first.`,
  removedJustNow: (id: string) => `${id} was removed just now.`,
  noneYet: 'This chat has no subscription yet. /subscribe makes one; /help shows how.',
  whichOne: (count: number, id: string) =>
    `This chat has ${count} subscriptions. Say which one you mean by its id, like ${id}; /subscriptions lists them.`,
  notHere: (id: string) => `This chat has no subscription ${id}. /subscriptions lists those it has.`,
  notUnderstood: (text: string, id: string) =>
    `"${text}" is not understood here. The id of a subscription looks like ${id}.`,
  noEdition: (id: string) => `This chat has no edition ${id}. /why lists the last ones.`,

  /* rights */
  onlyAdmins: 'Only the admins of this chat decide what it gets. Please ask one of them.',
  onlyOwners: (name: string) =>
    `Whoever runs me has named the people who may make and change subscriptions, and you are not among them. Please ask to be added to OWNERS as ${name}.`,

  /* posts that may have arrived */
  noDelivery: (id: string) => `There is no delivery ${id}. brevier deliveries list shows those there are.`,
  sendingNow: (id: string) =>
    `${id} is being sent just now. brevier deliveries show ${id} says what becomes of it.`,
  hasArrived: (id: string) => `${id} was delivered. What has arrived is not sent again.`,
  stillWaits: (id: string) =>
    `${id} waits to be sent, so it has not arrived. --drop keeps it from being sent.`,
  nothingToDrop: (id: string) => `${id} was delivered, so there is nothing to drop.`,
  wasNotSent: (id: string) => `${id} was not sent. To send it now: brevier deliveries retry ${id}`,
}

/** Every language has the same keys. */
export type Wrong = typeof wrong
