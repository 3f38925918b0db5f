/** What commands take by name besides the words right behind them, where a platform has a place for each: `schedule: …`. */
export const namedWords: readonly string[] = ['schedule', 'zone']
