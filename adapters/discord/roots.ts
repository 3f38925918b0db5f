// With what a chain of replies began, as far as this process has heard it.

export interface Roots {
  /** Notes that what has that key replies to `before`, and returns where it all began. */
  rootOf(key: string, before: string): string
}

const MOST_KEPT = 5_000

export function createRoots(): Roots {
  const roots = new Map<string, string>()
  return {
    rootOf(key, before) {
      const root = roots.get(before) ?? before
      roots.set(key, root)
      const [oldest] = roots.keys()
      if (roots.size > MOST_KEPT && oldest !== undefined) roots.delete(oldest)
      return root
    },
  }
}
