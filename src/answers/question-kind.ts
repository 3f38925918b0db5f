// What a desk that only repeats stored news must not do: advise, predict, judge. And what is no question at all.

import { fold } from '../text/normalise.ts'

export type QuestionKind = 'greeting' | 'advice' | 'prediction' | 'opinion' | 'question'

const GREETING =
  /^(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|thanks?(?: you)?|thank you|bye|goodbye|hallo|moin|guten (?:tag|morgen|abend)|danke|bonjour|bonsoir|salut|merci|hola|buenos dias|buenas tardes|gracias|привет|здравствуйте|добрый день|спасибо)(?!\p{L}).{0,24}$/u

/** Folded, without its closing marks: as questions are compared with patterns. */
export function bare(text: string): string {
  return fold(text).replace(/[?!.,\s]+$/u, '')
}

export function isGreeting(text: string): boolean {
  return kindOf(bare(text)) === 'greeting'
}

/** Tried in order on the folded question. English whole, the others by their usual openings. */
const KINDS: readonly (readonly [Exclude<QuestionKind, 'greeting' | 'question'>, RegExp])[] = [
  [
    'advice',
    /\b(?:should|shall|must|ought) (?:i|we|my \w+)\b|\b(?:do|would|could|can) you (?:recommend|advise|suggest)\b|\bis it (?:a good (?:idea|time)|worth(?: it)?|safe|wise|smart|better) (?:to|for me|buying|selling|investing)\b|\bhow (?:do|can|could|should|would) i\b|\bwhat (?:stocks?|shares?|fund|coin) (?:to|should)\b|\bwhere (?:can|should|do) i\b|\bgive me advice\b/,
  ],
  [
    'advice',
    /\b(?:soll(?:te|ten|en)?|muss|kann|darf) (?:ich|wir|man)\b|\blohnt es sich\b|\b(?:dois|devrais|puis)-je\b|\bfaut-il que je\b|\bdeberia(?:mos)? (?!el|la|los)\b|\bdebo\b|\b(?:me conviene|vale la pena)\b/,
  ],
  ['advice', /(?<!\p{L})(?:стоит ли мне|следует ли мне|что мне делать|мне (?:стоит|лучше))(?!\p{L})/u],
  [
    'prediction',
    /\bwho (?:will|is going to|s going to|do you think will) win\b|\bwhat (?:will|is going to|s going to) happen\b|\b(?:do you|can you|could you) (?:predict|forecast|expect|foresee)\b|\bhow likely\b|\bwhat (?:are|is) the (?:odds|chances?|probability|likelihood)\b|^will .*\b(?:rise|fall|crash|collapse|recover|rebound|go (?:up|down)|win|lose|survive|break out|be re-?elected)\b|\bwhat will .*\b(?:be worth|cost|price be|reach)\b|\b(?:price|shares?|stock|rate|temperature|weather)\b.* (?:tomorrow|next (?:week|month|year)|in 20[3-9]\d)\b/,
  ],
  [
    'prediction',
    /\bwer wird\b.*\bgewinnen\b|\bwie wahrscheinlich\b|\bwas wird passieren\b|\bqui va gagner\b|\bque va-t-il se passer\b|\bquien (?:va a ganar|ganara)\b|\bque (?:va a pasar|pasara)\b|(?<!\p{L})(?:кто победит|кто выиграет|что будет с)(?!\p{L})/u,
  ],
  [
    'opinion',
    /\bwho(?: is|s) (?:right|wrong|lying|to blame|the (?:good|bad) guy)\b|\bwhat (?:do|would) you (?:think|say|believe|feel|prefer)\b|\b(?:do|are) you (?:think|like|agree|believe|support|love|hate|in favor|in favour)\b|\byour (?:opinion|view|take|favou?rite|thoughts)\b|\b(?:is|are|was|were) .{2,60} (?:good|bad|right|wrong|fair|unfair|evil|stupid|overrated|justified|to blame|a genius|an idiot|an? (?:good|bad|great|terrible) (?:idea|thing|choice|leader|president|minister|person|man|woman|player|team))$|^should (?!i\b|we\b)|\bwhich is better\b|\bwho do you\b/,
  ],
  [
    'opinion',
    /\bwer hat recht\b|\bwas (?:haltst|denkst|meinst) du\b|\bdeine meinung\b|\bqui a raison\b|\b(?:que|quen?) penses?-(?:tu|vous)\b|\bton avis\b|\bvotre avis\b|\bquien tiene razon\b|\bque (?:piensas|opinas)\b|(?<!\p{L})(?:кто прав|что ты думаешь|что вы думаете|твое мнение|ваше мнение)(?!\p{L})/u,
  ],
]

/** The kind of a bare question. */
export function kindOf(folded: string): QuestionKind {
  if (GREETING.test(folded) && folded.split(' ').length <= 4) return 'greeting'
  return KINDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'question'
}
