// What a reader can say besides a question: one table for every platform, in the order of the help.

import { messageFromHelp } from '../message/from-help.ts'
import type { ChatCommand } from './chat-command.ts'
import { askCommand } from './commands/ask.ts'
import { briefCommand } from './commands/brief.ts'
import { noticesCommand } from './commands/notices.ts'
import { settingsCommand } from './commands/settings.ts'
import { sourcesCommand } from './commands/sources.ts'
import { startCommand } from './commands/start.ts'
import { storiesCommand } from './commands/stories.ts'
import { subscriptionCommands } from './commands/subscriptions.ts'
import { whyCommand } from './commands/why.ts'

export const commands: readonly ChatCommand[] = [
  startCommand,
  askCommand,
  briefCommand,
  sourcesCommand,
  storiesCommand,
  {
    name: 'help',
    usage: '/help',
    group: 'news',
    run: async (_parts, { language }) => messageFromHelp(commands, language),
  },
  ...subscriptionCommands,
  settingsCommand,
  noticesCommand,
  whyCommand,
]
