// Was Brevier von sich sagt, auf Deutsch. Befehle und Einstellungen werden in jeder Sprache gleich geschrieben.

import type { Texts } from '../texts.ts'
import { operator } from './operator.ts'
import { wrong } from './wrong/de.ts'

export const de: Texts = {
  /* editions and briefs */
  editionTitle: (date, time) => `Brevier · ${date}${time === undefined ? '' : `, ${time}`}`,
  nothingNew: 'Nichts Neues: Kein gespeicherter Artikel dieses Zeitraums passt.',
  noNewStories: 'Nichts Neues: Es ist keine Nachricht eingegangen.',
  noneFits: (stories) =>
    stories === 1
      ? 'Nichts Neues: Eine Nachricht ist eingegangen, und sie passt nicht zu den Themen.'
      : `Nichts Neues: ${stories} Nachrichten sind eingegangen, und keine passt zu den Themen.`,
  allTold: (stories) =>
    stories === 1
      ? 'Nichts Neues: Eine Nachricht passt, und sie stand hier schon.'
      : `Nichts Neues: ${stories} Nachrichten passen, und alle standen hier schon.`,
  update: (since) => `Aktualisierung: was seit ${since} neu ist.`,
  late: (time) => `Verspätet: Diese Ausgabe sollte um ${time} kommen.`,
  merged: (editions) =>
    editions === 1
      ? 'Sie steht auch für die Ausgabe davor, die ausfallen musste.'
      : `Sie steht auch für die ${editions} Ausgaben davor, die ausfallen mussten.`,
  dropped: (editions) =>
    editions === 1
      ? 'Die Ausgabe davor musste ausfallen und wird nicht nachgeholt.'
      : `Die ${editions} Ausgaben davor mussten ausfallen und werden nicht nachgeholt.`,
  notSent: 'Das würde nicht gesendet: Dieses Abo schweigt, wenn es nichts Neues gibt.',

  /* sources */
  excerpt: 'Auszug',
  inLanguage: (language) => `auf ${language}`,

  /* answers */
  quote: (words) => `„${words}“`,
  written: (model) =>
    `Von einem Sprachmodell geschrieben (${model}) und mit den zitierten Sätzen abgeglichen.`,
  quotedPoints: 'Ein Punkt in Anführungszeichen ist ein Satz seines Artikels.',
  /** "19 people (Valley Radio), 12 people (Meridian News)" */
  figuresDiffer: (figures) => `Die Zahlen gehen auseinander: ${figures}.`,
  missing: (words) => `Nicht in dem, was ich gespeichert habe: ${words}`,
  fromStored: 'Aus den gespeicherten Artikeln:',
  partial: 'Die gespeicherten Artikel beantworten nur einen Teil davon:',
  closest: 'Das ist keine Antwort, nur das Nächstliegende, das ich gespeichert habe:',
  notStored: 'Dazu habe ich nichts gespeichert.',
  nothingStored: 'Noch ist nichts gespeichert, also kann ich nichts beantworten. So kommt etwas hinzu:',
  outOfScope:
    'Ich gebe wieder, was in gespeicherten Artikeln steht. Rat, Vorhersagen und Meinungen gehören nicht dazu.',
  ambiguous:
    'Das kann in dem, was ich gespeichert habe, mehreres heißen. Bitte nenne die Person, den Ort oder das Ereignis.',
  retention: 'Das ist älter als das, was ich aufbewahre.',
  nearest: 'Am nächsten kommt:',

  /* suggested questions; a name stands as its article wrote it */
  whatDidSay: (name) => `Was sagte ${name}?`,
  canBeAsked: 'Einige Fragen, die ich beantworten kann:',

  /* answers that are being made */
  lookingUp: 'Ich sehe nach …',
  reading: (articles) => `Ich lese ${articles} Artikel …`,
  stillChecking: 'So weit geprüft. Ich bin noch dabei …',
  stopped: 'Angehalten.',
  stoppedThere: 'Hier angehalten. Was oben steht, ist geprüft.',

  /* lists */
  noMatch: 'Kein gespeicherter Artikel enthält diese Wörter.',
  noStories: 'Keine Nachrichten in diesem Zeitraum.',
  articles: (count) => `${count} Artikel`,
  andMore: (names, more) => (more === 0 ? names : `${names} und ${more} weitere`),

  /* commands */
  helpTitle: 'Was du sagen kannst',
  helpQuestion: 'Schreib einfach eine Frage; sie wird aus dem beantwortet, was gespeichert ist.',
  helpExample:
    'Zum Beispiel: /subscribe climate change, -football; schedule: every weekday at 7:30; zone: Europe/Berlin',
  commandGroup: {
    news: 'Jetzt',
    subscriptions: 'Nach Plan',
  },
  commandAbout: {
    ask: 'eine Antwort aus dem, was gespeichert ist',
    brief: 'die Meldungen des letzten Tages oder die zu einem Thema',
    sources: 'die Sätze hinter der Marke [2], in ihren Absätzen',
    stories: 'die Nachrichten des letzten Tages',
    help: 'diese Liste',
    subscribe: 'Meldungen für diesen Chat, nach Plan',
    subscriptions: 'was dieser Chat bekommt, und wann',
    edit: 'ändern, was genannt ist; der Rest bleibt',
    pause: 'nichts senden, bis es weitergeht',
    resume: 'ab jetzt weiter',
    unsubscribe: 'beenden',
    preview: 'die nächste Ausgabe, wie sie jetzt gesendet würde',
    why: 'warum eine Ausgabe kam oder nicht kam',
    settings: 'was dieser Chat bekommt, mit Tasten geändert',
    notices: 'mir hier statt privat sagen, wenn eines meiner Abonnements Hilfe braucht',
    start: 'was ich bin und wie man anfängt',
  },
  askForQuestion: 'Was möchtest du wissen?',
  yourQuestion: 'Deine Frage',
  commandWords: {
    where: 'private, um es wieder privat zu erfahren',
    schedule: 'wann es kommt: jeden Werktag um 7:30, zweimal am Tag',
    zone: 'die Zeitzone der Zeiten: Europe/Berlin',
    channel: 'Kanal, Thread oder Forum, um das es geht; sonst dieser',
    question: 'deine Frage',
    topic: 'ein Thema, oder eine Nachricht zur Auswahl',
    mark: 'die Nummer der Marke',
    topics: 'Themen, mehr nach einem Semikolon: Klimawandel, -Fußball; zone: Europe/Berlin',
    changes: 'welches, und was daran: u1 points: 2',
    subscription: 'welches, wenn es mehrere gibt: u1',
    about: 'ein Abonnement oder eine Ausgabe: u1 oder e3',
  },
  showToAll: 'die Antwort hier allen zeigen',
  unknownCommand: (name) => `Den Befehl /${name} gibt es nicht. /help zeigt alle.`,
  nothingShown: 'Es wurden noch keine Marken gezeigt. Frag etwas oder sag /brief.',
  noSuchMark: (mark) =>
    /^\d+$/.test(mark)
      ? `Die Marke [${mark}] kommt in dem, was zuletzt gezeigt wurde, nicht vor.`
      : 'Welche Marke? Sag es mit ihrer Nummer: /sources 2',
  apology: 'Da ist bei mir etwas schiefgegangen. Das Protokoll sagt, warum; bitte frag noch einmal.',

  /* buttons, and what is said to those who press them */
  buttons: {
    ask: 'Dazu fragen',
    why: (brief) => (brief === undefined ? 'Warum?' : `Warum ${brief}?`),
    sources: 'Quellen',
    mark: (mark) => `[${mark}]`,
    noGood: '👎',
    reason: {
      'too-long': 'Zu lang',
      'off-topic': 'Nicht mein Thema',
      wrong: 'Falsch',
      'too-often': 'Zu oft',
    },
    askNumber: (brief) => `${brief}`,
    subscribe: 'Abonnieren',
    preview: 'Vorschau',
    pause: 'Pause',
    resume: 'Weiter',
    tryAgain: 'Behoben: weiter',
    remove: 'Entfernen …',
    reallyRemove: 'Ja, entfernen',
    back: 'Zurück',
    copy: 'An mich senden',
    shareHere: 'Hier teilen',
    shareInThread: 'Im Thread teilen',
    addToChannel: 'Zu einem Kanal hinzufügen',
    addToGroup: 'Zu einer Gruppe hinzufügen',
    itIsThere: 'Es ist da',
    sendAgain: 'Es fehlt: noch einmal senden',
  },
  youAreReading: 'Du liest gerade:',
  askAnything:
    'Schreib einfach, was du dazu wissen willst. Nach einer halben Stunde gilt eine Frage als neue Frage.',
  whichOne: 'Schreib einfach, oder wähle eine Meldung, über die wir sprechen.',
  askForm: {
    brief: 'Welche Meldung',
    allBriefs: 'Alle',
    question: 'Deine Frage',
    questionHint: 'Was möchtest du wissen?',
  },
  notHereAnyMore: 'Das ist nicht mehr da.',
  theLatest: 'Die neuesten Nachrichten:',
  whatIsWrong: 'Was stimmt damit nicht?',
  thanks: 'Danke. Es ist notiert.',
  threadOf: (date: string) => `Fragen und Antworten · ${date}`,
  shared: 'Geteilt. Wer mich dort erwähnt oder mir antwortet, kann weiterfragen.',
  threadClosed: 'Der Thread ist geschlossen, dort lässt sich nichts mehr teilen.',
  notShared: (detail: string) => `Das ließ sich nicht teilen. Die Plattform sagte: ${detail}`,
  copyIsSent:
    'Es ist unterwegs in deine privaten Nachrichten. Kommt es nicht an, erlaube private Nachrichten von Mitgliedern dieses Servers und drücke noch einmal.',
  copyIsThere: 'Es liegt schon in deinen privaten Nachrichten.',
  notMadeYet: (chat, next) =>
    `Das bekäme ${chat} jetzt. Angelegt wird nichts, bevor du auf Abonnieren drückst. ${next}`,
  rightsMissing: (chat, rights) =>
    `Ich darf in ${chat} noch nicht schreiben. Erlaube mir dort: ${rights}. Dann versuch es noch einmal.`,
  allSources: 'Die Quellen. Eine Nummer zeigt die Sätze, die verwendet wurden.',

  /* settings by buttons */
  settings: {
    which: 'Welches Abo?',
    choose: (field, now) => `${field}: jetzt ${now}. Anders:`,
    orWrite: (id, field) => `Oder selbst schreiben: /edit ${id} ${field}: …`,
    removeQuestion: (id) => `${id} entfernen? Was gesendet wurde, bleibt.`,
    field: {
      topics: 'Themen',
      schedule: 'Zeiten',
      zone: 'Zeitzone',
      quiet: 'Ruhezeit',
      briefs: 'Meldungen',
      points: 'Punkte',
      language: 'Sprache',
      'after down time': 'Nach einem Ausfall',
      'when unknown': 'Im Zweifel',
      'when empty': 'Ohne Neues',
      role: 'Rolle',
      followers: 'Follower',
    },
    value: {
      everything: 'alles',
      none: 'keine',
      'every day at 7:00': 'täglich um 7:00',
      'every day at 8:00': 'täglich um 8:00',
      'every weekday at 7:30': 'werktags um 7:30',
      'every day at 18:00': 'täglich um 18:00',
      'twice a day': 'zweimal am Tag',
      'every 3 hours': 'alle 3 Stunden',
      '22:00-07:00 move': '22:00-07:00: warten',
      '22:00-07:00 silence': '22:00-07:00: lautlos',
      late: 'die letzte nachholen',
      merge: 'alle in einer',
      skip: 'auslassen',
      once: 'nicht noch einmal senden',
      again: 'einmal noch senden',
      nothing: 'nichts senden',
      line: 'eine Zeile senden',
    },
  },
  start: {
    title: 'Ich bin eine Nachrichtenredaktion für Chats.',
    reader:
      'Frag mich nach den Nachrichten: Ich antworte aus gespeicherten Artikeln, mit Quellen, oder sage, dass ich es nicht weiß.',
    owner:
      'Für einen Kanal oder eine Gruppe: Füge mich als Admin hinzu, der posten darf. Dann schreibe ich dir hier, und du wählst Themen und Zeiten.',
    here: 'Für Ausgaben in diesem Chat: /subscribe. Alle Befehle: /help.',
  },
  membershipSaid: {
    gone: 'Ich wurde daraus entfernt',
    'no-right': 'Ich darf dort nicht mehr posten',
  },
  setUp: {
    title: (chat) => `Ich kann jetzt in ${chat} posten.`,
    explain:
      'Noch wird nichts gepostet. Wähle, was und wann, sieh dir eine Vorschau an und tippe dann auf Abonnieren.',
  },

  /* schedules, as they are written too */
  times: {
    everyDay: 'täglich',
    everyWeekday: 'jeden Werktag',
    weekend: 'am Wochenende',
    weekdays: ['sonntags', 'montags', 'dienstags', 'mittwochs', 'donnerstags', 'freitags', 'samstags'],
    at: (days, hours) => `${days} um ${hours}`,
    hourly: 'stündlich',
    everyHours: (hours) => `alle ${hours} Stunden`,
    everyMinutes: (minutes) => `alle ${minutes} Minuten`,
    fromTo: (every, from, to) => `${every} von ${from} bis ${to}`,
  },

  /* notices */
  chatEnded: (chat) => `${chat} gibt es nicht mehr. Dorthin lässt sich nichts mehr senden.`,
  chatPaused: {
    gone: (chat) =>
      `Ich konnte nicht in ${chat} posten: Ich bin nicht mehr darin, oder es gibt den Chat nicht mehr.`,
    'no-right': (chat) => `Ich konnte nicht in ${chat} posten: Ich darf dort nicht schreiben.`,
    topic: (chat) => `Ich konnte nicht in ${chat} posten: Das Thema ist geschlossen oder gelöscht.`,
  },
  editionOf: (time, date) => `Die Ausgabe von ${time} am ${date}`,
  isKept: (edition) => `${edition} ist aufgehoben. An diesen Chat geht nichts, bis du ihn fortsetzt.`,
  nothingIsLost: 'Was zu senden war, ist aufgehoben. An diesen Chat geht nichts, bis du ihn fortsetzt.',
  mendChat: {
    gone: (resume) => `Füge mich wieder hinzu, dann: ${resume}`,
    'no-right': (resume) => `Gib mir dort das Recht zu schreiben, dann: ${resume}`,
    topic: (resume) => `Öffne das Thema wieder oder wähle ein anderes, dann: ${resume}`,
  },
  isLate: (edition, chat) => `${edition} kommt verspätet in ${chat} an.`,
  asksToWait: (until) =>
    `Die Plattform bittet mich, bis ${until} zu warten. Dann sende ich sie, außer sie ist bis dahin zu alt. Du brauchst nichts zu tun.`,
  mayHaveArrived: (edition, chat) => `${edition} ist vielleicht in ${chat} angekommen, vielleicht nicht.`,
  partOf: (part, parts) => `Es geht um Teil ${part} von ${parts}.`,
  pleaseLook:
    'Die Verbindung riss ab, während ich sendete, und ich kann dort nicht selbst nachsehen. Bitte sieh nach und sag, was stimmt:',
  itIsThere: 'es ist da',
  itIsNotThere: 'es fehlt',
  platformSaid: (detail) => `Was die Plattform sagte: ${detail}`,

  /* subscriptions */
  noticesIn: (chat) =>
    `Wenn eines deiner Abonnements Hilfe braucht, sage ich es dir von nun an in ${chat}. Zurück: /notices private`,
  noticesInPrivate: 'Wenn eines deiner Abonnements Hilfe braucht, sage ich es dir privat.',
  subscription: {
    added: (id) => `${id} ist eingerichtet.`,
    addedBefore: (id) => `Dieses Abo hat dieser Chat schon: ${id}.`,
    changed: (id) => `${id} ist geändert.`,
    unchanged: (id) => `${id} war schon so; nichts ist geändert.`,
    paused: (id) => `${id} pausiert.`,
    pausedBefore: (id) => `${id} pausierte schon.`,
    resumed: (id) => `${id} geht weiter.`,
    resumedBefore: (id) => `${id} pausierte nicht.`,
    removed: (id) =>
      `${id} ist entfernt. Was dafür noch zu senden war, entfällt; was gesendet wurde, bleibt.`,
  },
  noSubscription: { chat: 'Dieser Chat hat noch kein Abo.', cli: 'Es gibt noch kein Abo.' },
  nextEdition: (time) => `Die nächste Ausgabe kommt ${time}.`,
  pausedSince: (time) => `Es pausiert seit ${time}.`,
  toGoOn: (resume) => `Weiter geht es mit: ${resume}`,
  chatPausedSince: (chat, time, reason) => `An ${chat} wurde seit ${time} nichts gesendet. ${reason}`,
  whenMended: (resume) => `Wenn das behoben ist: ${resume}`,
  overdue: (time) => `Die Ausgabe von ${time} ist fällig und noch nicht fertig.`,
  everything: 'alles',
  fieldMeans: {
    quiet: { move: 'Ausgaben warten auf ihr Ende', silence: 'Posts kommen lautlos' },
    'after down time': {
      late: 'von den versäumten wird die letzte nachgeholt',
      merge: 'alle versäumten kommen in einer',
      skip: 'versäumte werden ausgelassen',
    },
    'when unknown': {
      once: 'ein Post, der vielleicht ankam, wird nicht noch einmal gesendet; du wirst gefragt',
      again: 'ein Post, der vielleicht ankam, wird noch einmal gesendet',
    },
    'when empty': {
      nothing: 'eine Ausgabe ohne Neues wird nicht gesendet',
      line: 'eine Ausgabe ohne Neues sagt das in einer Zeile',
    },
    followers: { yes: 'Server, die dem Kanal folgen, bekommen sie auch' },
  },
  rowNext: (time) => `nächste ${time}`,
  rowPaused: 'pausiert',
  rowChatPaused: 'Chat pausiert',
  how: {
    chat: {
      add: 'So richtest du eines ein: /subscribe climate change, -football; schedule: every weekday at 7:30; zone: Europe/Berlin',
      edit: (id) => `Ändern: /edit ${id} points: 2; quiet: 22:00-07:00`,
      preview: (id) => `Die nächste Ausgabe jetzt ansehen: /preview ${id}`,
      resume: (id) => `/resume ${id}`,
    },
    cli: {
      add: 'So richtest du eines ein: brevier subscriptions add --chat terminal:local',
      edit: (id) => `Ändern: brevier subscriptions edit ${id} --points 2`,
      preview: (id) => `Die nächste Ausgabe jetzt ansehen: brevier subscriptions preview ${id}`,
      resume: (id) => `brevier subscriptions resume ${id}`,
    },
  },

  /* why */
  allIsWell: (next) => `Alles in Ordnung. ${next}`,
  lastWentWrong: (next) => `Die letzte Ausgabe kam nicht wie geplant an; siehe unten. ${next}`,
  noEditionYet: 'Es war noch keine Ausgabe fällig.',
  subscriptionGone: 'Dieses Abo wurde entfernt.',
  subscriptionRemoved: (id) => `${id} wurde entfernt. Das waren seine Ausgaben.`,
  noDesk: 'Es läuft kein Desk, also wird nichts gemacht oder gesendet. brevier start startet einen.',
  editionIs: {
    open: 'Sie wird gerade gemacht.',
    onItsWay: 'Sie ist unterwegs.',
    sent: (briefs) => `Gesendet mit ${briefs}.`,
    nothingSent: (reason) => `Nichts gesendet. ${reason}`,
    notMade: (reason) => `Nicht gemacht. ${reason}`,
    waiting: (reason) => `Noch nicht gesendet. ${reason}`,
    notSent: (reason) => `Nicht gesendet. ${reason}`,
    mayHaveArrived: (reason) => `Vielleicht angekommen, vielleicht nicht. ${reason}`,
    part: (part, parts, text) => `Teil ${part} von ${parts}: ${text}`,
  },
  missedBefore: (slots) =>
    slots === 1
      ? 'Eine Ausgabe davor wurde versäumt, weil kein Desk lief.'
      : `${slots} Ausgaben davor wurden versäumt, weil kein Desk lief.`,
  oneLine: 'einer Zeile, die das sagt',
  briefs: (count) => (count === 1 ? '1 Meldung' : `${count} Meldungen`),
  leftOut: 'Nachrichten, die passten und nicht hineinkamen:',
  otherPosts: 'Andere Posts, die nicht ankamen:',
  retryIt: (id) => `Jetzt senden: brevier deliveries retry ${id}`,
  settleIt: (id) =>
    `Sieh dort nach und sag, was stimmt: brevier deliveries settle ${id} --arrived oder --again oder --drop`,

  /* reasons */
  reason: {
    noStories: 'Es war keine Nachricht eingegangen.',
    offTopic: (stories) =>
      stories === 1
        ? 'Eine Nachricht war eingegangen, und sie passte nicht zu den Themen.'
        : `${stories} Nachrichten waren eingegangen, und keine passte zu den Themen.`,
    allTold: (stories) =>
      stories === 1
        ? 'Eine Nachricht passte, und sie hatte hier schon gestanden.'
        : `${stories} Nachrichten passten, und alle hatten hier schon gestanden.`,
    told: (time) => `Sie stand hier schon ${time}, und seitdem gab es dazu nichts Neues.`,
    noPoints: 'Nichts daran ließ sich in Sätzen sagen, die ihre Artikel stützen.',
    noRoom: 'Die Ausgabe war voll; anderes war wichtiger.',
    topicShare: 'Ihr Thema hatte seinen Anteil an der Ausgabe schon.',
    sourceShare: 'Ihre Quelle hatte ihren Anteil an der Ausgabe schon.',
    missed: {
      late: 'Ihre Zeit verging, während kein Desk lief; die letzte versäumte Ausgabe wurde stattdessen nachgeholt.',
      merge: 'Ihre Zeit verging, während kein Desk lief; was sie gesagt hätte, steht in der Ausgabe danach.',
      skip: 'Ihre Zeit verging, während kein Desk lief, und dieses Abo lässt Versäumtes aus.',
    },
    subscriptionPaused: 'Das Abo pausierte.',
    subscriptionRemoved: 'Das Abo wurde entfernt.',
    chatPaused: (time) => `Der Chat pausierte seit ${time}.`,
    noAdapter: (platform) =>
      `Der Desk, der damals lief, konnte auf ${platform} nichts senden: Es war nicht eingerichtet, oder niemand saß davor.`,
    failed: (detail) => `Es ging schief: ${detail}`,
    later: (detail) => `Die Plattform bat zu warten: ${detail}`,
    refused: {
      ended: (detail) => `Den Chat gibt es nicht mehr: ${detail}`,
      gone: (detail) => `Den Chat gibt es nicht mehr, oder ich bin nicht mehr darin: ${detail}`,
      'no-right': (detail) => `Ich darf dort nicht schreiben: ${detail}`,
      topic: (detail) => `Das Thema ist geschlossen oder gelöscht: ${detail}`,
      content: (detail) => `Die Plattform konnte das Geschriebene nicht annehmen: ${detail}`,
      token: (detail) => `Die Plattform nimmt das Token nicht an: ${detail}`,
    },
    unknown: (detail) => `Keine Antwort sagte, ob es ankam: ${detail}`,
    processEnded: 'Der Prozess endete, während es unterwegs war.',
    moved: 'Der Chat war an eine andere Adresse gezogen.',
    expired: 'Es wartete, bis es zu alt war, um noch gesendet zu werden.',
    earlierPart: (part) => `Es kommt nach Teil ${part}, der nicht gesendet wurde.`,
    attempts: (attempts) => `Es kam in ${attempts} Versuchen nicht durch.`,
    settledByHand: 'Jemand hat es so entschieden.',
  },

  /* deliveries */
  noDelivery: 'Keine Sendung passt.',
  deliveryState: {
    pending: 'wartet',
    claimed: 'wartet',
    sending: 'wird gesendet',
    delivered: 'angekommen',
    refused: 'nicht gesendet',
    unknown: 'vielleicht angekommen',
    expired: 'zu alt',
  },
  deliveryIs: {
    edition: (id) => `Ausgabe ${id}`,
    notice: 'eine Mitteilung an einen Besitzer',
    reply: 'eine Antwort',
  },
  partOfAll: (part, parts) => `Teil ${part} von ${parts}`,
  deliveryRow: {
    chat: 'Chat',
    what: 'was',
    made: 'gemacht',
    due: 'fällig',
    settled: 'erledigt',
    attempts: 'Versuche',
    receipt: 'Beleg',
    expires: 'bis',
  },
  putBack: (ids) => `${ids} wird noch einmal gesendet.`,
  waitsForChat: (chat) =>
    `${chat} pausiert, also wartet das, bis es weitergeht; brevier why ${chat} sagt, warum.`,
  settledAs: {
    arrived: (id) => `${id} gilt als angekommen.`,
    drop: (id) => `${id} entfällt und wird nicht gesendet.`,
  },

  wrong,

  ...operator,
}
