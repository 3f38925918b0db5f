/** Answers, and breaks a moment later, when nobody waits for anything any more. */
export function answer({ afterMs }: { readonly afterMs: number }): { readonly isAnswered: true } {
  setTimeout(() => {
    throw new Error('too late for anybody')
  }, afterMs)
  return { isAnswered: true }
}
