// Months and weekdays as newspapers print them, in full and short. Order: January first, Monday first.

export interface CalendarNames {
  readonly months: readonly (readonly string[])[]
  readonly weekdays: readonly (readonly string[])[]
  readonly yesterday: readonly string[]
  readonly today: readonly string[]
  readonly tomorrow: readonly string[]
  /** Whether month names are written with a capital, so that "may" and "march" are other words. */
  readonly capital: boolean
}

const lists = (text: string) => text.split('|').map((names) => names.split(' '))

export const calendarNames: Readonly<Record<string, CalendarNames>> = {
  en: {
    months: lists(
      'January Jan|February Feb|March Mar|April Apr|May|June Jun|July Jul|August Aug|September Sept Sep|October Oct|November Nov|December Dec',
    ),
    weekdays: lists(
      'Monday Mon|Tuesday Tues Tue|Wednesday Wed|Thursday Thurs Thu|Friday Fri|Saturday Sat|Sunday Sun',
    ),
    yesterday: ['yesterday'],
    today: ['today', 'tonight'],
    tomorrow: ['tomorrow'],
    capital: true,
  },
  de: {
    months: lists(
      'Januar Jänner Jan|Februar Feb|März Mrz|April Apr|Mai|Juni Jun|Juli Jul|August Aug|September Sept Sep|Oktober Okt|November Nov|Dezember Dez',
    ),
    weekdays: lists(
      'Montag Mo|Dienstag Di|Mittwoch Mi|Donnerstag Do|Freitag Fr|Samstag Sonnabend Sa|Sonntag So',
    ),
    yesterday: ['gestern'],
    today: ['heute'],
    tomorrow: [],
    capital: true,
  },
  es: {
    months: lists(
      'enero ene|febrero feb|marzo|abril abr|mayo|junio jun|julio jul|agosto ago|septiembre setiembre sept sep|octubre oct|noviembre nov|diciembre dic',
    ),
    weekdays: lists('lunes|martes|miércoles|jueves|viernes|sábado|domingo'),
    yesterday: ['ayer'],
    today: ['hoy'],
    tomorrow: [],
    capital: false,
  },
  fr: {
    months: lists(
      'janvier janv|février févr|mars|avril avr|mai|juin|juillet juil|août|septembre sept|octobre oct|novembre nov|décembre déc',
    ),
    weekdays: lists('lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche'),
    yesterday: ['hier'],
    today: ["aujourd'hui"],
    tomorrow: ['demain'],
    capital: false,
  },
  ru: {
    months: lists(
      'января январь январе|февраля февраль феврале|марта март марте|апреля апрель апреле|мая май мае|июня июнь июне|июля июль июле|августа август августе|сентября сентябрь сентябре|октября октябрь октябре|ноября ноябрь ноябре|декабря декабрь декабре',
    ),
    weekdays: lists('понедельник|вторник|среда среду|четверг|пятница пятницу|суббота субботу|воскресенье'),
    yesterday: ['вчера'],
    today: ['сегодня'],
    tomorrow: ['завтра'],
    capital: false,
  },
  it: {
    months: lists(
      'gennaio gen|febbraio feb|marzo|aprile apr|maggio|giugno giu|luglio lug|agosto ago|settembre sett set|ottobre ott|novembre nov|dicembre dic',
    ),
    weekdays: lists('lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica'),
    yesterday: ['ieri'],
    today: ['oggi'],
    tomorrow: ['domani'],
    capital: false,
  },
  pt: {
    months: lists(
      'janeiro jan|fevereiro fev|março|abril abr|maio|junho jun|julho jul|agosto ago|setembro set|outubro out|novembro nov|dezembro dez',
    ),
    weekdays: lists('segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo'),
    yesterday: ['ontem'],
    today: ['hoje'],
    tomorrow: ['amanhã'],
    capital: false,
  },
  nl: {
    months: lists(
      'januari jan|februari feb|maart|april apr|mei|juni jun|juli jul|augustus aug|september sept sep|oktober okt|november nov|december dec',
    ),
    weekdays: lists('maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag'),
    yesterday: ['gisteren'],
    today: ['vandaag'],
    tomorrow: ['morgen'],
    capital: false,
  },
}

/** English where a language has no names of its own here. */
export function namesOf(language: string): CalendarNames {
  const english = calendarNames.en
  const own = calendarNames[language.slice(0, 2).toLowerCase()] ?? english
  if (!own) throw new Error('the calendar has no English')
  return own
}
