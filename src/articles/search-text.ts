import type { NewArticle } from '../domain.ts'
import type { SearchText } from '../ports.ts'
import { packStems } from '../text/stem-hashes.ts'
import { contentStems, contentStemsWithin, hasCjk, searchText } from '../text/tokens.ts'

/** No word goes from one sentence into the next, so that the text is cut into words once for both. */
export function searchTextOf({
  title,
  text,
  language,
  sentences,
}: Pick<NewArticle, 'title' | 'text' | 'language' | 'sentences'>): SearchText {
  const stems = contentStemsWithin(text, language, sentences)
  return {
    title: searchText(title, language),
    body: hasCjk(text)
      ? searchText(text, language)
      : stems
          .map((words) => words.join(' '))
          .filter(Boolean)
          .join(' '),
    stemHashes: packStems([contentStems(title, language), ...stems]),
  }
}
