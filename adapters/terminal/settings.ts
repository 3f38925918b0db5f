import { z } from 'zod'

/** What the terminal takes from the environment. It needs none of it. */
export const terminalSettings = z.object({
  NO_COLOR: z.string().optional(),
  FORCE_COLOR: z.string().optional(),
  TERM: z.string().optional(),
  LC_ALL: z.string().optional(),
  LC_CTYPE: z.string().optional(),
  LANG: z.string().optional(),
})

export type TerminalSettings = Readonly<z.infer<typeof terminalSettings>>
