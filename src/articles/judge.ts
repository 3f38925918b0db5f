// Is it the story, a beginning of it, or no article at all?

import { countWords } from './block.ts'
import type { Extraction } from './extraction.ts'

export type Verdict = Pick<Extraction, 'status' | 'reason' | 'kind'>

export interface Evidence {
  readonly paragraphs: readonly string[]
  /** The page says that the rest is for subscribers or after logging in. */
  readonly hasWall: boolean
  readonly hasConsent: boolean
  /** Mostly headings of other stories, each with a teaser. */
  readonly isListing: boolean
  /** Everything that could be read, to tell an empty page from a page of links. */
  readonly pageWords: number
  /** What the page shows instead of a story, such as "Access denied". */
  readonly refusal?: string | undefined
}

const MIN_WORDS = 12
const MIN_ARTICLE_WORDS = 60
const MIN_WORDS_WITH_WALL = 250
const MIN_WORDS_CUT_OFF = 150
/** A question about cookies takes up to so many words, and most of its lines speak of them to the reader. */
const MAX_WORDS_OF_QUESTION = 500
const MIN_SHARE_OF_QUESTION = 0.5

export function judge({ paragraphs, hasWall, hasConsent, isListing, pageWords, refusal }: Evidence): Verdict {
  const words = paragraphs.reduce((sum, text) => sum + countWords(text), 0)
  if (pageWords === 0 && words === 0) return rejected('The page holds no text.')
  if (words < MIN_ARTICLE_WORDS && refusal)
    return rejected(`The page shows no article but says: “${refusal}”`)
  if (words < MAX_WORDS_OF_QUESTION && shareAboutCookies(paragraphs) >= MIN_SHARE_OF_QUESTION)
    return rejected(ONLY_COOKIES)
  if (isListing) return rejected('The page is a list of other stories, not an article.')
  if (words < MIN_WORDS) {
    if (hasWall)
      return rejected('The page asks readers to log in or to subscribe and shows nothing of the article.')
    if (hasConsent) return rejected(ONLY_COOKIES)
    const all = Math.max(words, pageWords)
    return rejected(
      all < MIN_WORDS
        ? `The page holds only ${all} ${all === 1 ? 'word' : 'words'}, too few for an article.`
        : 'The page holds menus and links but no paragraphs of an article.',
    )
  }
  if (hasWall && words < MIN_WORDS_WITH_WALL) {
    return snippet(`Only the first ${words} words are here; the rest is for readers who log in or subscribe.`)
  }
  if (isCutOff(paragraphs.at(-1) ?? '') && words < MIN_WORDS_CUT_OFF)
    return snippet(`Only a teaser of ${words} words is here; it breaks off.`)
  if (words < MIN_ARTICLE_WORDS) return snippet(`Only ${words} words are here, too few for a whole article.`)
  return { status: 'article', kind: 'full' }
}

const ONLY_COOKIES = 'The page shows only its question about cookies.'
const COOKIES =
  /\b(?:cookies?|consent|tracking|personal data|data protection|privacy (?:policy|settings)|personali[sz]ed (?:ads?|advertising|content)|einwilligung\w*|zustimmung\w*|datenschutz\w*|personenbezogene\w*|werbung|consentement|traceurs?|données personnelles|publicité|consentimiento|datos personales|publicidad)\b|куки|персональн\p{L}+ данн|согласи[еяю]|クッキー|個人情報/iu
/** It speaks to the reader, as no report does. */
const TO_READERS =
  /\b(?:we|our|us|you|your|wir|uns|unsere\w*|sie|ihre\w*|nous|nos|notre|vous|votre|vos|nuestr\w+|usted|sus?|tu)\b|(?<!\p{L})(?:мы|наш\p{L}*|вы|вам|ваш\p{L}*)(?!\p{L})|当社|当サイト|お客様|ください/iu

const CHOICE =
  /\b(?:accept|agree|reject|refuse|consent to|manage (?:your )?|akzeptier\w+|zustimmen|stimmen sie|einwilligen|einverstanden|ablehnen|accepte[rz]?|refuser|continuer sans|acepta[r]?|rechazar)\b|принять|приним|соглас|отказаться|同意|承認/iu

/** By words: how much of a text that leaves the reader a choice speaks of cookies and data to him. */
function shareAboutCookies(paragraphs: readonly string[]): number {
  if (!paragraphs.some((text) => CHOICE.test(text))) return 0
  const words = (texts: readonly string[]) => texts.reduce((sum, text) => sum + countWords(text), 0)
  const about = paragraphs.filter((text) => COOKIES.test(text) && TO_READERS.test(text))
  return words(about) / Math.max(1, words(paragraphs))
}

function rejected(reason: string): Verdict {
  return { status: 'rejected', reason }
}

function snippet(reason: string): Verdict {
  return { status: 'snippet', kind: 'snippet', reason }
}

function isCutOff(last: string): boolean {
  return /(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|\(\.\.\.\))$/.test(last)
}

const REFUSALS =
  /^(?:.{0,60}\b(?:enable|activate) (?:java ?script|cookies)\b.{0,120}|.{0,20}\b(?:access (?:to this page (?:has been|is) )?(?:denied|blocked|restricted)|403 forbidden|404(?: not found| error)?|page (?:not found|can(?:no|['’])t be found|does not exist|unavailable)|are you (?:a )?(?:human|robot)\b.{0,20}|(?:please )?(?:verify|confirm) (?:that )?you are (?:a )?human|checking your browser.{0,60}|too many requests|service unavailable|internal server error|something went wrong|seite nicht gefunden|diese seite (?:existiert nicht|wurde nicht gefunden).{0,30}|page (?:introuvable|non trouvée)|página no encontrada|страница не найдена)\b.{0,80})$/iu

/** A line that a server or a script writes in place of the page. */
export function refusalOf(texts: readonly string[]): string | undefined {
  return texts.find((text) => text.length <= 200 && REFUSALS.test(text))
}
