// The common words of schedules in German, Spanish, French and Russian → the English ones that are read. What has no place here
// stays as it is, and is then understood in none.

type Translation = readonly (readonly [RegExp, string])[]

/** Words bounded by what is no letter, in any script. */
const word = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'gu')
const days = (...patterns: readonly string[]): Translation =>
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((english, at) => [
    word(patterns[at] ?? ''),
    english,
  ])

const german: Translation = [
  [word('(?:jeden |an )?(?:werktags?|wochentags?|werktagen|arbeitstag(?:en|s)?)'), 'every weekday'],
  [word('(?:jedes |am |an )?wochenenden?'), 'weekend'],
  [word('täglich|jeden tag'), 'every day'],
  [word('jeden morgen'), 'every morning'],
  [word('jeden abend'), 'every evening'],
  [word('einmal'), 'once'],
  [word('zweimal'), 'twice'],
  [word('dreimal'), 'three times'],
  [word('viermal'), 'four times'],
  [word('am tag|pro tag'), 'a day'],
  [word('stündlich|jede stunde'), 'hourly'],
  [word('jede halbe stunde|halbstündlich'), 'every half hour'],
  [word('alle (\\d{1,2}) stunden'), 'every $1 hours'],
  [word('alle (\\d{1,2}) minuten'), 'every $1 minutes'],
  [word('von'), 'from'],
  [word('bis'), 'to'],
  [word('mittags'), 'noon'],
  [word('mitternacht'), 'midnight'],
  [word('um|uhr|jeden|am'), 'at'],
  [word('und'), 'and'],
  ...days(
    'montags?',
    'dienstags?',
    'mittwochs?',
    'donnerstags?',
    'freitags?',
    'samstags?|sonnabends?',
    'sonntags?',
  ),
]

const spanish: Translation = [
  [word('(?:cada |todos los )?d[ií]as? (?:laborables?|h[aá]biles|h[aá]bil)'), 'every weekday'],
  [word('entre semana'), 'every weekday'],
  [word('(?:los |cada |el )?fin(?:es)? de semana'), 'weekend'],
  [word('cada d[ií]a|todos los d[ií]as|a diario|diariamente'), 'every day'],
  [word('cada mañana|todas las mañanas'), 'every morning'],
  [word('cada noche|todas las noches'), 'every evening'],
  [word('una vez'), 'once'],
  [word('dos veces'), 'twice'],
  [word('tres veces'), 'three times'],
  [word('cuatro veces'), 'four times'],
  [word('al d[ií]a|por d[ií]a'), 'a day'],
  [word('cada hora'), 'hourly'],
  [word('cada media hora'), 'every half hour'],
  [word('cada (\\d{1,2}) horas'), 'every $1 hours'],
  [word('cada (\\d{1,2}) minutos'), 'every $1 minutes'],
  [word('(?<=hourly )de|(?<=hours )de|(?<=minutes )de'), 'from'],
  [word('a mediod[ií]a|al mediod[ií]a'), 'noon'],
  [word('a medianoche'), 'midnight'],
  [word('a las?|los|el|cada'), 'at'],
  [word('a(?= \\d)'), 'to'],
  [word('y|e'), 'and'],
  ...days('lunes', 'martes', 'mi[eé]rcoles', 'jueves', 'viernes', 's[aá]bados?', 'domingos?'),
]

const french: Translation = [
  [word('(?:chaque |tous les )?jours? (?:ouvr[eé]s?|ouvrables?)|en semaine'), 'every weekday'],
  [word('(?:le |les |chaque )?week-?ends?'), 'weekend'],
  [word('chaque jour|tous les jours|quotidiennement'), 'every day'],
  [word('chaque matin|tous les matins'), 'every morning'],
  [word('chaque soir|tous les soirs'), 'every evening'],
  [word('une fois'), 'once'],
  [word('deux fois'), 'twice'],
  [word('trois fois'), 'three times'],
  [word('quatre fois'), 'four times'],
  [word('par jour'), 'a day'],
  [word('(?:chaque|toutes les) demi-heures?'), 'every half hour'],
  [word('chaque heure|toutes les heures'), 'hourly'],
  [word('toutes les (\\d{1,2}) heures'), 'every $1 hours'],
  [word('toutes les (\\d{1,2}) minutes'), 'every $1 minutes'],
  [word('(?<=hourly )de|(?<=hours )de|(?<=minutes )de'), 'from'],
  [word('(?<=from \\d{1,2}(?:[:.h]\\d{2})? ?(?:h|heures)? ?)à'), 'to'],
  [/(\d{1,2}) ?h ?(\d{2})/gu, '$1:$2'],
  [/(\d{1,2}) ?h(?!\p{L})/gu, '$1:00'],
  [word('à midi|midi'), 'noon'],
  [word('à minuit|minuit'), 'midnight'],
  [word('à|les?|chaque|heures?'), 'at'],
  [word('et'), 'and'],
  ...days('lundis?', 'mardis?', 'mercredis?', 'jeudis?', 'vendredis?', 'samedis?', 'dimanches?'),
]

const russian: Translation = [
  [word('по будням|в будни|каждый будний день|по рабочим дням'), 'every weekday'],
  [word('по выходным|в выходные|каждые выходные'), 'weekend'],
  [word('каждый день|ежедневно'), 'every day'],
  [word('каждое утро'), 'every morning'],
  [word('каждый вечер'), 'every evening'],
  [word('один раз|раз(?= в день)'), 'once'],
  [word('два раза|дважды'), 'twice'],
  [word('три раза|трижды'), 'three times'],
  [word('четыре раза'), 'four times'],
  [word('в день'), 'a day'],
  [word('каждый час|ежечасно'), 'hourly'],
  [word('каждые полчаса'), 'every half hour'],
  [word('кажд(?:ые|ый) (\\d{1,2}) час(?:а|ов)?'), 'every $1 hours'],
  [word('кажд(?:ые|ую) (\\d{1,2}) минут[уы]?'), 'every $1 minutes'],
  [word('с(?= \\d)'), 'from'],
  [word('до'), 'to'],
  [word('в полдень'), 'noon'],
  [word('в полночь'), 'midnight'],
  [word('во?|по|час(?:а|ов)?|кажд(?:ый|ую|ое)'), 'at'],
  [word('и'), 'and'],
  ...days(
    'понедельник(?:ам|и)?',
    'вторник(?:ам|и)?',
    'сред(?:ам|а|у|ы)',
    'четверг(?:ам|и)?',
    'пятниц(?:ам|а|у|ы)',
    'суббот(?:ам|а|у|ы)',
    'воскресень(?:ям|я|е)',
  ),
]

const translations: ReadonlyMap<string, Translation> = new Map(
  Object.entries({ de: german, es: spanish, fr: french, ru: russian }),
)

/** The languages in which schedules can be written besides English. */
export const scheduleLanguages: readonly string[] = [...translations.keys()]

/** The phrase, folded, in English words as far as they are known. */
export function inEnglish(phrase: string, language: string): string {
  const translated = (translations.get(language) ?? []).reduce(
    (text, [pattern, english]) => text.replace(pattern, english),
    phrase,
  )
  return translated
    .replace(/\bat (?:at )+/g, 'at ')
    .replace(/\s+/g, ' ')
    .trim()
}
