import { chatAdapterContract } from '../../contract/chat-adapter.ts'
import { scriptedTerminal } from './scripted-terminal.ts'

chatAdapterContract('the terminal on a pipe', async () => scriptedTerminal())
chatAdapterContract('the terminal in colour', async () =>
  scriptedTerminal({ colour: true, interactive: true }),
)
