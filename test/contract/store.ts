// What every store must do, whatever it stands on. A store's own test file calls this with how to open an empty one.

import { describe } from 'vitest'
import type { Store } from '../../src/ports.ts'
import { articlesContract } from './store/articles.ts'
import { briefsContract } from './store/briefs.ts'
import { chatsContract } from './store/chats.ts'
import { claimsContract } from './store/claims.ts'
import { conversationsContract } from './store/conversations.ts'
import { deliveriesContract } from './store/deliveries.ts'
import { editionsContract } from './store/editions.ts'
import { feedsContract } from './store/feeds.ts'
import { inboxContract } from './store/inbox.ts'
import { leasesContract } from './store/leases.ts'
import { storeTest } from './store/makers.ts'
import { modelCallsContract } from './store/model-calls.ts'
import { refsContract } from './store/refs.ts'
import { retriesContract } from './store/retries.ts'
import { searchContract } from './store/search.ts'
import { settlementsContract } from './store/settlements.ts'
import { storiesContract } from './store/stories.ts'
import { subscriptionsContract } from './store/subscriptions.ts'
import { togetherContract } from './store/together.ts'

export function storeContract(name: string, open: () => Promise<Store>): void {
  const test = storeTest(open)
  describe(name, () => {
    articlesContract(test)
    searchContract(test)
    storiesContract(test)
    briefsContract(test)
    conversationsContract(test)
    feedsContract(test)
    inboxContract(test)
    subscriptionsContract(test)
    editionsContract(test)
    deliveriesContract(test)
    claimsContract(test)
    settlementsContract(test)
    retriesContract(test)
    chatsContract(test)
    refsContract(test)
    modelCallsContract(test)
    leasesContract(test)
    togetherContract(test)
  })
}
