// Arguments and signals, nothing else.

import { runCli } from './cli/program.ts'
import { loadDotEnv } from './config.ts'
import { reasonOf } from './errors.ts'

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stop.signal.aborted) process.exit(130)
    stop.abort()
    // Whoever waits for more input waits no longer.
    process.stdin.destroy()
  })
}
// `brevier … | head` closes our output early; that is no error of ours. A full disk is one, and nothing can be shown.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    if (stream === process.stdout)
      process.stderr.write(`The output could not be written: ${reasonOf(error)}.\n`)
    process.exit(1)
  })
}

loadDotEnv()
process.exitCode = await runCli(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  signal: stop.signal,
})
