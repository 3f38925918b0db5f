// What speaks for or against a sentence as a point, seen from its wording alone.

import { countWords, endsAsSentence, isListItem } from '../articles/block.ts'
import { findAddresses } from '../text/addresses.ts'
import { norm } from '../text/normalise.ts'
import { findQuotes } from '../text/quotes.ts'

export interface SentenceTraits {
  readonly words: number
  /** It cannot be a point: a heading, a teaser, a credit, a request to the reader or to a machine. */
  readonly isChrome: boolean
  readonly isQuestion: boolean
  readonly opensWithQuote: boolean
  /** A quote, or a piece of one, and nobody in the sentence who says it. */
  readonly isBareQuote: boolean
  /** It speaks of something named before: "They", "But this". */
  readonly isAnaphoric: boolean
  readonly figures: number
  readonly names: number
}

const MIN_WORDS = 5
const SHORTEST_UNMARKED = 12

/** `language` of the article, `sentence` as it stands there. */
export function traitsOf(sentence: string, language: string): SentenceTraits {
  const words = countWords(sentence)
  const opensWithQuote = /^["“„«»‘'「『`]/.test(sentence)
  return {
    words,
    isChrome:
      words < MIN_WORDS ||
      isFragment(sentence, words) ||
      CHROME.test(sentence) ||
      isAiDirected(sentence) ||
      leadsAway(sentence),
    isQuestion: /[?？؟]["”’»)\s'`]*$/.test(sentence),
    opensWithQuote,
    isBareQuote: isBareQuote(sentence, opensWithQuote),
    isAnaphoric: isAnaphoric(sentence, language),
    figures: sentence.match(/(?<![\p{L}\d])[$€£]?\d/gu)?.length ?? 0,
    names: sentence.match(/(?<=[\p{L}\d,]\s)\p{Lu}/gu)?.length ?? 0,
  }
}

/** A colon announces a list; a few words without the mark that ends a sentence are a heading. */
function isFragment(sentence: string, words: number): boolean {
  if (/[:：]$/.test(sentence) || isListItem(sentence)) return true
  return words < SHORTEST_UNMARKED && !endsAsSentence(sentence) && /\p{Ll}/u.test(sentence)
}

const CHROME = new RegExp(
  [
    "^(?:read (?:more|also|the full)|see also|sign up|scroll down|click here|follow us|subscribe (?:to|for|now|today|here)|watch:|watch the|listen to|download (?:the|our|this)|share this|related:|advertisement(?:$|\\W+(?:scroll|continue|story))|media playback|this (?:article|story|content) (?:was|is|has been|originally)|updated?:? (?:at|on)|copyright (?:©|\\(c\\)|\\d{4})|for confidential support|here (?:are|is|'s|’s) (?:a look|what|how|the|some|our)|what (?:we|you) (?:need to )?know|for more (?:information|on|stories|news)|to (?:read (?:more|the full|this)|stay (?:informed|up to date|updated|in the loop)|subscribe|comment on|continue reading))(?!\\p{L})",
    'all rights reserved|(?:^|[(\\[;.] ?)(?:additional )?(?:reporting|writing|editing) by (?-i:\\p{Lu})|getty images\\)?$|contributed to this (?:report|story|article)|click here (?:to|for)|sign up (?:to|for) (?:our|the)|(?:subscribe|sign up) (?:now|today)|our newsletter',
    '^(?:lesen sie|mehr zum thema|melden sie sich|hier (?:klicken|geht)|folgen sie uns|lire aussi|lea también|leggi anche)',
  ].join('|'),
  'iu',
)

/** Of words in lower case: a pattern that takes both cases is three times the work to make. */
const AI_DIRECTED = new RegExp(
  [
    String.raw`\b(?:ignore|disregard|forget|override)\b.{0,30}\b(?:previous|prior|above|earlier|preceding|all|other)\b.{0,20}\b(?:instructions?|prompts?|rules|text)\b`,
    String.raw`\bas an ai\b|\bsystem prompt\b|\byou are (?:now )?(?:an? )?(?:ai|chatbot|language model)\b`,
    String.raw`\b(?:ai|language) (?:model|assistant)s?\b.{0,40}\b(?:must|should|please|output|respond|reply|summari[sz]e)\b`,
    String.raw`\b(?:answer|reply|respond)(?: to)? (?:every|any|all|each) (?:questions?|users?|prompts?)\b`,
    String.raw`^["“]?\W*(?:assistant|system|user|ai)\s*:`,
    String.raw`\b(?:ignoriere|vergiss|vergesst|missachte)\b.{0,30}\b(?:alle|vorherigen|bisherigen|obigen)\b.{0,20}\b(?:anweisungen|vorgaben|regeln|prompts)\b`,
    String.raw`\b(?:ignore[sz]?|oublie[sz]?) (?:toutes )?(?:les|ces|vos) (?:instructions|consignes)\b`,
    String.raw`\b(?:ignora|ignore|olvida|olvide) (?:todas )?(?:las|estas|tus|sus) (?:instrucciones|indicaciones)\b`,
    String.raw`<\|[a-z_]+\|>|\[\/?inst\]|<\/?(?:system|user|assistant|ev|sentences|instructions?)\b`,
    String.raw`\b(?:respond|reply|output) (?:only|nothing but|exactly|verbatim|with (?:only |exactly )?(?:the (?:words|text|sentence)|this|json))\b|\b(?:begin|start|end) your (?:reply|answer|summary|brief|response)\b|\bwrite only this\b`,
    String.raw`\b(?:note|message|instructions?|attention|important|warning|reminder)(?: to| for)? (?:all )?(?:ai|llms?|bots?|models?|summari[sz]ers?|assistants?|language models?|automated (?:readers?|systems?))\b`,
    String.raw`\b(?:summari[sz]ers|bots|llms|chatbots|language models)\b.{0,30}\b(?:must|should|are to|have to|need to|shall)\b`,
    String.raw`\b(?:when|if) (?:you (?:are )?)?(?:summari[sz](?:e|ing)|asked to summari[sz]e|processing|reading) (?:this|the) (?:article|text|page|document)\b`,
    String.raw`\byour (?:summary|reply|answer|response|brief|output)\b.{0,12}\b(?:must|should|has to|needs to|is to|shall)\b`,
    String.raw`\b(?:reveal|show|print|repeat|leak|output) (?:your|the) (?:system |hidden |initial |original )?(?:prompt|instructions|rules)\b`,
    String.raw`\b(?:pretend|act|behave|respond) (?:as if|as though|as|like)? ?(?:you are|you were|a|an)\b.{0,30}\b(?:assistant|model|ai|bot|admin|developer|pirate)\b|\bfrom now on,? you\b|\bdeveloper mode\b|\bjailbreak\b`,
    String.raw`\b(?:add|include|insert|append|put|post|paste)\b.{0,25}\b(?:this link|the link|this url|a link|the following (?:link|text|sentence|url))\b`,
    String.raw`\b(?:cite|mark|treat|count|list) (?:this|these|sentence|source)\b.{0,30}\b(?:as|number)\b|\bcite (?:sentence|source)s? \d`,
    '(?:assistenten?|sprachmodelle?|ki[- ]systeme?|chatbots?).{0,40}(?:müssen|sollen|sollte|muss|soll)(?!\\p{L})|(?:hinweis|anweisung)(?:en)? (?:an|für) (?:die |alle )?(?:ki|sprachmodelle?|assistenten|zusammenfasser)|systemprompt|antworte (?:nur|ausschließlich)|du bist (?:jetzt|nun|ab jetzt)',
    "(?:assistants?|modèles? de langage|ia)(?!\\p{L}).{0,40}(?:doivent|doit|devez)|(?:note|instruction|message)s? (?:aux?|pour) (?:les |l['’])?(?:ia|modèles?|assistants?)|tu es (?:maintenant|désormais)|vous êtes (?:maintenant|désormais)|réponds? (?:uniquement|seulement)",
    '(?:asistentes?|modelos? de lenguaje|ia)(?!\\p{L}).{0,40}(?:deben|debe|tienen que)|(?:nota|instrucci(?:ón|ones)|mensaje) (?:a|para) (?:las? |los )?(?:ia|modelos?|asistentes?)|(?:ahora|desde ahora) eres|responde (?:solo|sólo|únicamente)',
    '(?:ассистент|помощник|языков(?:ая|ые|ой) модел)\\p{L}*.{0,40}(?:должн|обязан)|(?:указани|инструкци|сообщени)\\p{L}* (?:для )?(?:ии|модел|бот|ассистент)\\p{L}*|ты теперь|теперь ты(?!\\p{L})|отвечай только|системн\\p{L}+ (?:промпт|подсказк)',
    '(?:ignora|dimentica) (?:tutte )?(?:le )?(?:istruzioni|indicazioni)|(?:ignore|esqueça|desconsidere) (?:todas )?(?:as )?instruç|(?:negeer|vergeet) (?:alle )?(?:vorige |eerdere )?instructies|(?:zignoruj|zapomnij) .{0,20}(?:instrukcj|polece)|(?:önceki|tüm) .{0,20}talimatları|以前の指示|プロンプトを|تجاهل .{0,20}التعليمات|이전 .{0,6}지시|bỏ qua .{0,20}hướng dẫn|ignorera .{0,20}instruktioner|ignorér .{0,20}instruktioner',
    '(?:игнорируй|забудь)(?:те)?.{0,40}(?:инструкци|указани)',
    '(?:忽略|无视|無視).{0,12}(?:指令|指示|提示)|(?:指示|命令).{0,8}無視',
  ].join('|'),
  'u',
)

/** Words meant for a program that reads, not for a person (grounding 10). */
export function isAiDirected(sentence: string): boolean {
  const known = aiDirected.get(sentence)
  if (known !== undefined) return known
  const is = AI_DIRECTED.test(norm(sentence).toLowerCase())
  if (aiDirected.size >= SENTENCES_KNOWN) aiDirected.clear()
  aiDirected.set(sentence, is)
  return is
}

/** A sentence is asked about when it is offered, when it is chosen, and when it is judged. */
const SENTENCES_KNOWN = 2000
const aiDirected = new Map<string, boolean>()

/** More than the name of a site: an address to be followed, or letters that are no words. */
function leadsAway(sentence: string): boolean {
  return findAddresses(sentence).some(({ text }) => /[/@]|^www\./i.test(text)) || NO_WORDS.test(sentence)
}

const NO_WORDS = /[a-z0-9+/=_-]{80,}/i

const CLOSING_QUOTES = /["”“’»«」』'`][.,!?\s]*$/
const SPEECH =
  /^(?:i|we|my|our|i['’](?:m|ve|d|ll)|we['’](?:re|ve|ll|d)|ich|wir|mein|unser|je|nous|j['’]|yo|nosotros)\b/i

/** All of it between marks, one mark without its partner, or the voice of a speaker whose marks are elsewhere. */
function isBareQuote(sentence: string, opensWithQuote: boolean): boolean {
  if (SPEECH.test(sentence)) return true
  if (!/["“”„«»]|``|''/.test(sentence)) return false
  const quotes = findQuotes(sentence)
  let outside = sentence
  for (const { start, end } of [...quotes].reverse()) outside = outside.slice(0, start) + outside.slice(end)
  if (opensWithQuote && CLOSING_QUOTES.test(sentence) && countWords(outside) < 2) return true
  return /[“„«»]|``|''|(?<!\d)["”]/u.test(withoutPairs(outside))
}

/** What is left of the marks when those of whole quotes are gone: opening and closing ones now stand side by side. */
function withoutPairs(outside: string): string {
  return outside.replace(/(["“„«»])\s*(["”“«»])/g, '')
}

const PLEONASTIC =
  /^(?:it|this|that) (?:is|was|remains|remained|became|appears|appeared|seems|seemed|has been|would be)(?: not| still| also| now)? (?:\w+ ){0,3}(?:that|whether|if|who|how|why|what|when|to)\b|^it (?:took|takes)\b|^this (?:week|month|year|morning|summer|winter|spring|autumn|time|weekend)\b|^both \p{Lu}/iu

const ANAPHORS: Readonly<Record<string, RegExp>> = {
  en: /^(?:and |but |so |yet |or |nor |then )?(?:he|she|they|it|him|her|them|his|hers|their|its|this|these|those|that|such|both|doing so|the (?:two|three|pair|duo|trio|former|latter|same|move|statement|comments?|incident|decision|announcement)|one of them|another|others?|neither|either|some of (?:them|these|those)|many of (?:them|these|those))\b(?!['’]s\s+(?:the|a)\b)|^(?:but|and|so|yet|or|nor|then|however|instead|also|therefore|thus|hence|still|otherwise|nevertheless|nonetheless|similarly|likewise|as a result|in (?:that|this|doing so|contrast|response|turn)|by contrast|because of (?:this|that)|after (?:that|this)|(?:from|since|until|by) then|at (?:that|the same) time|even so|for (?:that|this) reason|despite (?:this|that)|on the other hand|that['’]s|it['’]s|he['’]s|she['’]s|they['’]re|which|who)\b/i,
  de: /^(?:und |aber |doch |denn )?(?:er|sie|es(?! (?:gibt|gab|geht|handelt|ist|war|sind|waren|kam|wird|werde)\b)|ihn|ihm|ihr|ihnen|ihre[rnms]?|sein|seine[rnms]?|dies|diese[rsnm]?|jene[rsnm]?|beide|dessen|deren)(?=\s)|^(?:und|aber|doch|denn|sondern|deshalb|daher|darum|deswegen|dennoch|trotzdem|allerdings|jedoch|dabei|dadurch|dafür|dagegen|damit|danach|daran|darauf|daraufhin|darin|darüber|dazu|davon|davor|hinzu|zudem|außerdem|stattdessen|somit|so|dann|auch|zugleich|seither|seitdem|bis dahin)(?=[\s,])|^das (?:ist|sei|war|wäre|hat|habe|hatte|wird|werde|würde|sagte|teilte|bedeutet|heißt|gilt|geht|könnte|solle?|bestätigte|gehe|ging)\b/i,
  fr: /^(?:et |mais |or )?(?:il(?! (?:y a|y avait|faut|fallait|s['’]agit)\b)|elle|ils|elles|ce|cela|ceci|c['’]est|cette|ces|cet|son|sa|ses|leur|leurs|lui|celui-ci|celle-ci|ceux-ci|tous deux)(?=\s)|^(?:et|mais|or|donc|car|puis|cependant|toutefois|pourtant|ainsi|aussi|en revanche|de plus|ensuite)(?=[\s,])/i,
  es: /^(?:y |pero )?(?:él|ella|ellos|ellas|este|esta|esto|estos|estas|ese|esa|eso|esos|esas|su|sus|ambos|ambas|dicho|dicha)(?=\s)|^(?:y|pero|sino|así|sin embargo|además|también|entonces|luego|por eso|por ello|por lo tanto)(?=[\s,])/i,
  it: /^(?:e |ma )?(?:lui|lei|loro|egli|essi|esso|questo|questa|questi|queste|quello|quella|ciò|suo|sua|suoi|sue|entrambi)(?=\s)|^(?:e|ma|però|così|inoltre|tuttavia|quindi|poi|anche|perciò)(?=[\s,])/i,
  pt: /^(?:e |mas )?(?:ele|ela|eles|elas|isso|isto|este|esta|esse|essa|seu|sua|seus|suas|ambos)(?=\s)|^(?:e|mas|porém|assim|além disso|também|então|no entanto)(?=[\s,])/i,
  ru: /^(?:и |а |но )?(?:он|она|оно|они|его|её|ее|их|ему|ей|им|это|этот|эта|эти|этого|этой|этому|эту|оба|обе|такой|такая|такие)(?=\s)|^(?:и|а|но|однако|также|затем|потом|поэтому|при этом|кроме того|тем не менее|зато|тогда)(?=[\s,])/i,
  nl: /^(?:en |maar )?(?:hij|zij|ze|het|dit|dat|deze|die|hun|haar|zijn|beide)(?=\s)|^(?:en|maar|want|dus|ook|daarom|daarna|echter|toch|bovendien)(?=[\s,])/i,
}

export function isAnaphoric(sentence: string, language: string): boolean {
  const start = sentence.replace(/^["“„«»‘'`\s]+/, '')
  const pattern = ANAPHORS[language.slice(0, 2)]
  if (!pattern?.test(start)) return false
  return !(language.startsWith('en') && PLEONASTIC.test(start))
}
