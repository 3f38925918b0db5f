import { z } from 'zod'

/** What the terminal takes from the environment. It needs none of it. */
export const terminalSettings = z.object({
  NO_COLOR: z.string().optional().describe('Any value turns bold and dim off.'),
  FORCE_COLOR: z.string().optional().describe('Any value but `0` and `false` keeps them on, even on a pipe.'),
  TERM: z.string().optional().describe('`dumb` has neither bold nor dim, `linux` only plain signs.'),
  LC_ALL: z.string().optional().describe('The locale: `C` and `POSIX` show only plain signs.'),
  LC_CTYPE: z.string().optional().describe('The same, where `LC_ALL` is not set.'),
  LANG: z.string().optional().describe('The same, where neither is set.'),
})

export type TerminalSettings = Readonly<z.infer<typeof terminalSettings>>
