// What runs in the thread: a request names the file whose `answer` it is for, which is loaded with the first of them.

import { parentPort } from 'node:worker_threads'

interface Asked {
  readonly file: string
  readonly request: unknown
}

parentPort?.on('message', async ({ file, request }: Asked) => {
  const { answer } = await import(file)
  parentPort?.postMessage(await answer(request))
})
