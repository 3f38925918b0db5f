// Words with capitals that are no names, or no names alone.

import { calendarNames } from './month-names.ts'
import { fold } from './normalise.ts'

const words = (list: string) => new Set(list.split(/\s+/))

export const HONORIFICS = words(
  'mr mrs ms miss dr prof sir dame lord lady st sen rep gov gen col lt sgt capt rev hon herr frau señor señora monsieur madame m mme',
)
/** What people are, not who they are: never missing. */
export const ROLES = words(
  `president prime minister chancellor premier king queen prince princess pope bishop archbishop senator governor mayor
  secretary ambassador general colonel admiral captain chief director chairman chairwoman chair ceo chief executive officer
  spokesman spokeswoman spokesperson judge justice professor doctor coach manager police government parliament congress senate
  house court ministry department state federal national council committee commission party union army navy air force agency
  bank office university school hospital church city county province region north south east west northern southern eastern
  western central street avenue road square airport river lake mount island islands sea ocean bay coast internet foreign
  fc afc inc corp ltd plc llc gmbh tournament championship championships festival
  finance interior defense defence health justice treasury home attorney deputy vice former bundesregierung präsident
  präsidentin minister ministerin kanzler kanzlerin regierung polizei gouvernement président présidente ministre gobierno
  presidente ministro president правительство президент министр`,
)
export const CALENDAR: ReadonlySet<string> = new Set(
  Object.values(calendarNames)
    .filter((names) => names.capital)
    .flatMap((names) => [...names.months, ...names.weekdays].flat())
    .map(fold),
)

/** Words that open sentences in lower-case company, beside the stop words. */
export const OPENERS = words(
  `after before while when although though because since despite during among amid under over meanwhile however moreover
  also even only just still yet most many some several few both all any each every another other one two three four five six
  seven eight nine ten twelve hundreds thousands millions people police officials researchers scientists experts critics
  supporters residents authorities doctors workers according earlier later last next this that these those there here then now
  today yesterday tomorrow first second third finally instead nobody nothing everyone everybody if unless until once thus nearly
  almost about around more less fewer asked told speaking no yes not never asked new nine eleven shares sales profits prices
  hier aujourd'hui demain selon après avant pendant depuis lors mais ainsi cependant ayer hoy según después antes durante desde
  pero además gestern heute laut nach vor während seit aber doch вчера сегодня завтра после перед однако также ранее это
  zwei drei vier fünf sechs sieben acht neun zehn elf zwölf beide rund etwa knapp
  deux trois quatre cinq sept huit neuf dix quelque environ près fin début face malgré chez parmi d'après
  dos tres cuatro cinco siete ocho nueve diez unos unas cerca tras frente ante
  два две три трех четыре пять семь восемь девять десять около более почти среди`,
)
