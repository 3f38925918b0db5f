/** At most so many units, cut between letters and with a sign that it is cut. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text
  const letters = [...new Intl.Segmenter('und').segment(text.slice(0, longest + 1))]
  const kept = letters.filter(({ index, segment }) => index + segment.length < longest)
  return `${kept.map(({ segment }) => segment).join('')}…`
}
