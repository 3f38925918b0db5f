import type { Problem } from '../../src/ports.ts'

export function problem(level: Problem['level'], text: string, remedy: string): Problem {
  return { level, text, remedy }
}
