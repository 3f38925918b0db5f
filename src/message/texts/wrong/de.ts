// Was nicht geht, wie es gesagt wurde: was falsch ist, und was richtig wäre. Auf Deutsch.

import type { Wrong } from './en.ts'

export const wrong: Wrong = {
  /* schedules */
  noSchedule: (text) =>
    `„${text}“ ist kein Zeitplan. Schreib ihn wie „jeden Werktag um 7:30“, „zweimal am Tag“, „stündlich von 8 bis 20“ oder als Cron: „30 7 * * 1-5“.`,
  neverComes: (text) => `„${text}“ tritt nie ein. Prüf Tag und Monat.`,
  neverComesAgain: (text) => `„${text}“ tritt nie wieder ein. Prüf Tag und Monat.`,
  noZone: (zone) => `„${zone}“ ist keine Zeitzone. Schreib sie wie Europe/Berlin, America/New_York oder UTC.`,
  noQuietHours: (text) =>
    `„${text}“ ist keine Ruhezeit. Schreib sie wie 22:00-07:00 move oder 22:00-07:00 silence.`,
  cronFields: (text, count) =>
    `„${text}“ hat ${count} Felder. Ein Zeitplan hat fünf: Minute, Stunde, Tag des Monats, Monat, Wochentag.`,
  cronField: {
    minute: 'eine Minute',
    hour: 'eine Stunde',
    'day of the month': 'ein Tag des Monats',
    month: 'ein Monat',
    weekday: 'ein Wochentag',
  },
  cronValue: (text, field, from, to) =>
    `„${text}“ ist nicht ${field}. Möglich sind *, eine Zahl von ${from} bis ${to}, ein Bereich, eine Liste davon oder */2.`,

  /* topics */
  openQuote: (text) =>
    `Ein Anführungszeichen in ${text} wird nicht geschlossen: Eine Wendung steht zwischen zweien.`,
  minusKey: (written) =>
    `${written} lässt sich nicht ausschließen: Ein Minus steht vor einem Wort oder einer "Wendung in Anführungszeichen".`,
  unknownKey: (key) =>
    `${key}: ist unbekannt; es gibt source: und category:, und Wörter mit Doppelpunkt stehen in Anführungszeichen.`,
  emptyKey: (key) => `Nach ${key}: muss ein Name folgen, wie in ${key}:Name oder ${key}:"zwei Wörter".`,
  noWord: (text) =>
    `${text} enthält kein Wort, nach dem sich suchen lässt: Schreib Wörter, oder lass es weg.`,
  longTopics: (most) => `Die Themen sind zu lang: Schreib höchstens ${most} Zeichen.`,

  /* other settings */
  noCount: (text, field, most) =>
    `„${text}“ passt nicht: ${field} muss eine ganze Zahl von 1 bis ${most} sein.`,
  noLanguage: (text) =>
    `„${text}“ ist keine Sprache. Schreib ihren Code aus zwei Buchstaben, wie en, de oder fr.`,
  noNoticePlace: (text) =>
    `„${text}“ wird hier nicht verstanden. /notices sagt dir in diesem Chat, was Hilfe braucht, /notices private sagt es dir privat.`,
  noRole: (text) => `„${text}“ ist keine Rolle. Erwähne sie, wie @News, oder schreib ihre Kennung.`,
  noChoice: (text, field, others, last) =>
    `„${text}“ passt nicht: ${field} muss ${others} oder ${last} sein.`,
  noField: (name, others, last) => `Die Einstellung „${name}“ gibt es nicht. Es gibt ${others} und ${last}.`,
  nothingToChange: (id, others, last) =>
    `Sag, was sich ändern soll, zum Beispiel: /edit ${id} points: 2. Es gibt ${others} und ${last}.`,

  /* subscriptions of a chat */
  tooMany: (most) => `Dieser Chat hat ${most} Abos, mehr geht nicht. Entferne erst eines.`,
  removedJustNow: (id) => `${id} wurde gerade entfernt.`,
  noneYet: 'Dieser Chat hat noch kein Abo. /subscribe richtet eines ein; /help zeigt, wie.',
  whichOne: (count, id) =>
    `Dieser Chat hat ${count} Abos. Sag mit seiner Kennung, welches du meinst, wie ${id}; /subscriptions zeigt alle.`,
  notHere: (id) => `Das Abo ${id} hat dieser Chat nicht. /subscriptions zeigt die, die er hat.`,
  notUnderstood: (text, id) =>
    `„${text}“ ist hier nicht zu verstehen. Die Kennung eines Abos sieht aus wie ${id}.`,
  noEdition: (id) => `Die Ausgabe ${id} hat dieser Chat nicht. /why zeigt die letzten.`,

  /* rights */
  onlyAdmins: 'Was dieser Chat bekommt, entscheiden nur seine Admins. Bitte frag einen von ihnen.',
  onlyOwners: (name) =>
    `Wer mich betreibt, hat festgelegt, wer Abos einrichten und ändern darf, und du bist nicht dabei. Bitte lass dich als ${name} in OWNERS eintragen.`,

  /* posts that may have arrived */
  noDelivery: (id) => `Die Sendung ${id} gibt es nicht. brevier deliveries list zeigt alle.`,
  sendingNow: (id) => `${id} wird gerade gesendet. brevier deliveries show ${id} sagt, was daraus wird.`,
  hasArrived: (id) => `${id} ist angekommen. Was angekommen ist, wird nicht noch einmal gesendet.`,
  stillWaits: (id) =>
    `${id} wartet noch und ist also nicht angekommen. --drop verhindert, dass es gesendet wird.`,
  nothingToDrop: (id) => `${id} ist angekommen, es gibt also nichts zu verwerfen.`,
  wasNotSent: (id) => `${id} wurde nicht gesendet. So wird es jetzt gesendet: brevier deliveries retry ${id}`,
}
