// The last message that is known of each chat, in this process.

import { messageIdOf } from './address.ts'

export interface LastReceipts {
  note(receipt: string): void
  of(chatId: string): string | undefined
}

const MOST_KEPT = 10_000

export function createLastReceipts(): LastReceipts {
  const receipts = new Map<string, string>()
  return {
    note(receipt) {
      const chatId = receipt.slice(0, receipt.lastIndexOf('/'))
      const known = receipts.get(chatId)
      if (known !== undefined && numberOf(known) > numberOf(receipt)) return
      receipts.delete(chatId)
      receipts.set(chatId, receipt)
      const [oldest] = receipts.keys()
      if (receipts.size > MOST_KEPT && oldest !== undefined) receipts.delete(oldest)
    },
    of: (chatId) => receipts.get(chatId),
  }
}

function numberOf(receipt: string): number {
  return messageIdOf(receipt) ?? 0
}
