import { isoTime } from '../clock.ts'
import type { Feed } from '../domain.ts'

export function feedJson(feed: Feed) {
  const { id, url, title, category, polledAt, nextPollAt, problem, failingSince, pausedAt } = feed
  return {
    id,
    url,
    title,
    category,
    polledAt: isoTime(polledAt),
    nextPollAt: pausedAt === undefined ? isoTime(nextPollAt) : undefined,
    problem,
    failingSince: isoTime(failingSince),
    pausedAt: isoTime(pausedAt),
  }
}
