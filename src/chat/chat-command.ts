import type { AnswerQuestion } from '../answers/answer.ts'
import type { Chat, Conversation, Message, Person } from '../domain.ts'
import type { EditionParts } from '../editions/compose-edition.ts'
import type { Shareable } from '../message/offers.ts'
import type { Texts } from '../message/texts.ts'
import type { ChatAdapter, Log, Making } from '../ports.ts'

/** What chats work with. */
export interface ChatParts extends EditionParts {
  readonly log: Log
  readonly answerQuestion: AnswerQuestion
  readonly adapters: readonly ChatAdapter[]
  /** Whether that person may change what a chat gets that is not his private one. */
  isAdmin(chat: Chat, person: Person): Promise<boolean>
  /** Who may make and change subscriptions, as `platform:id`; empty for no such limit. */
  readonly owners: readonly string[]
}

export interface ChatCommand {
  readonly name: string
  /** How it is written, for the help: `/sources 2`. */
  readonly usage: string
  readonly group: keyof Texts['commandGroup']
  run(parts: ChatParts, said: Said): Promise<Message>
}

/** What came with the command, where, and of whom. */
export interface Said {
  readonly conversation: Conversation
  readonly chat: Chat
  readonly person: Person
  /** The words behind the command. */
  readonly text: string
  readonly language: string
  /** What is said back is seen by nobody else, though others read the chat. */
  readonly isPrivate?: boolean
  /** See `Asked`. */
  readonly shareable?: Shareable | undefined
  readonly making?: Making | undefined
}
