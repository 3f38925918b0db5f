import type { RatingStore } from '../src/ports.ts'
import { canonical } from './canonical.ts'
import type { Database } from './database.ts'
import { placeOf, textOf } from './places.ts'

export function createRatings(database: Database): RatingStore {
  return {
    rate: ({ chat, person, of, isGood, reason }, now) =>
      database.write(async (queries) => {
        const said = { is_good: isGood ? 1 : 0, reason: reason ?? null, rated_at: now }
        await queries
          .insertInto('ratings')
          .values({ chat: placeOf(chat), person: textOf(person), about: canonical(of), ...said })
          .onConflict((conflict) => conflict.columns(['person', 'chat', 'about']).doUpdateSet(said))
          .execute()
      }),
  }
}
