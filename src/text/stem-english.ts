// A light English stemmer: plurals, -ed, -ing, final e and doubled consonants, and the irregular forms that news is
// full of. It brings forms of one word together and leaves different words apart ('plan' and 'plane', 'us' and 'use');
// derived words (-tion, -er, -ly) stay words of their own. The endings follow M. F. Porter, "An algorithm for suffix
// stripping", Program 14 (1980), steps 1 and 5.

/** The stem of a folded word of the letters a to z. */
export function stemEnglish(word: string): string {
  return IRREGULAR.get(word) ?? regular(word)
}

function regular(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  const inflected = withoutPlural(word)
  const base = inflected === word || OTHER_ENDING.test(inflected) ? withoutEnding(inflected) : inflected
  return british(withoutFinal(base), word)
}

/** A form that ends in s is a plural or a verb; what remains can still end in -ing or -ed ("buildings"). */
const OTHER_ENDING = /(?:ing|ed)$/

function withoutPlural(word: string): string {
  if (!word.endsWith('s')) return word
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  if (word.endsWith('sses') || word.endsWith('zzes')) return word.slice(0, -2)
  if (/(?:ss|us|is)$/.test(word)) return word
  return /[aeiouy].+s$/.test(word) ? word.slice(0, -1) : word
}

function withoutEnding(word: string): string {
  if (word.endsWith('ied')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  if (word.endsWith('eed')) return /(?:agr|guarant|^fr|decr|refer)eed$/.test(word) ? word.slice(0, -1) : word
  if (word.endsWith('ed')) return mended(word, word.slice(0, -2))
  if (word.endsWith('ing')) return mended(word, word.slice(0, -3))
  return word
}

/** 'hop' of 'hoping' gets its e back, 'hopp' of 'hopping' loses a p; without a vowel it was no ending: 'king', 'red'. */
function mended(word: string, rest: string): string {
  if (!/[aeiouy]/.test(rest)) return word
  if (rest.length === 2) return `${rest}e`
  if (rest.length > 3 && /([^aeioulsz])\1$/.test(rest)) return rest.slice(0, -1)
  return SHORT.test(rest) ? `${rest}e` : rest
}

/** One syllable that ends consonant, vowel, consonant: its final e tells words apart ('plan', 'plane'). */
const SHORT = /^[^aeiou]+[aeiouy][^aeiouwxy]$/

function withoutFinal(word: string): string {
  if (word.length > 4 && word.endsWith('ie')) return `${word.slice(0, -2)}y`
  if (word.endsWith('e') && !word.endsWith('ee')) {
    const rest = word.slice(0, -1)
    return rest.length < 3 || SHORT.test(rest) || !/[aeiouy][^aeiouy]|[aeiouy]{3}/.test(rest) ? word : rest
  }
  if (word.endsWith('ll') && /[aeiouy][^aeiouy]+[aeiouy]/.test(word)) return word.slice(0, -1)
  return word
}

/** British and American spellings meet: labour and labor, organisation and organization, organised and organized. */
function british(stem: string, word: string): string {
  if (stem.length > 5 && stem.endsWith('our')) return `${stem.slice(0, -3)}or`
  if (stem.endsWith('isation')) return `${stem.slice(0, -7)}ization`
  if (stem.length > 5 && stem.endsWith('is') && /is(?:e|es|ed|ing)$/.test(word))
    return `${stem.slice(0, -2)}iz`
  return stem
}

/** Words whose endings are none, and plurals no rule makes: `stem:form,form`, or the word alone. */
const EXCEPTIONS = `
news series species reuters during nothing something anything everything united sacred wales texas percent
evening:evenings morning:mornings ceiling:ceilings wedding:weddings hundred:hundreds
bus:buses gas:gases crisis:crises analysis:analyses basis:bases man:men woman:women child:children foot:feet
center:centre,centres,centers,centred,centered theater:theatre,theatres,theaters program:programme,programmes
defens:defence,defences die:dying lie:lying tie:tying go:going,went,gone`

/**
 * `verb:form,form`. Left out are forms that are more often another word of the news: left, saw, felt, bit, ground.
 */
const IRREGULAR_VERBS = `
say:said tell:told rise:rose,risen fall:fell,fallen grow:grew,grown win:won sell:sold buy:bought pay:paid make:made
take:took,taken give:gave,given begin:began,begun hold:held lead:led meet:met send:sent build:built spend:spent
lose:lost shoot:shot fight:fought catch:caught teach:taught bring:brought seek:sought keep:kept find:found
stand:stood know:knew,known fly:flew,flown draw:drew,drawn drive:drove,driven write:wrote,written
speak:spoke,spoken break:broke,broken choose:chose,chosen steal:stole,stolen freeze:froze,frozen swear:swore,sworn
wear:wore,worn run:ran come:came become:became see:seen strike:struck,stricken sink:sank,sunk hide:hid,hidden
ride:rode,ridden deal:dealt mean:meant think:thought throw:threw,thrown sweep:swept flee:fled shake:shook,shaken
understand:understood overcome:overcame withdraw:withdrew,withdrawn undergo:underwent`

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ...formsOf(EXCEPTIONS, (stem) => stem),
  ...formsOf(IRREGULAR_VERBS, regular),
])

function formsOf(table: string, stemOf: (word: string) => string): readonly (readonly [string, string])[] {
  return table
    .trim()
    .split(/\s+/)
    .flatMap((entry) => {
      const [word = '', forms = ''] = entry.split(':')
      return [word, ...forms.split(',').filter(Boolean)].map((form) => [form, stemOf(word)] as const)
    })
}
