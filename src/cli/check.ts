import type { Command } from 'commander'
import { z } from 'zod'
import { sniff } from '../articles/sniff.ts'
import { ConfigError, UserError } from '../errors.ts'
import { decodeBody } from '../http/decode-body.ts'
import { checkClaim } from '../summarizer/checks.ts'
import { detectLanguage } from '../text/language.ts'
import { type Action, EXIT, type Io, writeJson, writeJsonLine, writeLine } from './io.ts'
import { rounded } from './json.ts'
import { idField, idOf, readJsonLines } from './json-lines.ts'
import { readFileBytes } from './read-bytes.ts'

interface Options {
  readonly source?: string
  readonly claim?: string
  readonly json?: boolean
  readonly jsonl?: boolean
}

export function addCheck(program: Command, io: Io, action: Action): void {
  program
    .command('check')
    .description('Hold a claim against its source: figures, dates, names, quotes and words.')
    .option('--source <file>', 'the text that should support the claim')
    .option('--claim <text>', 'what is claimed')
    .option('--json', 'print JSON')
    .option('--jsonl', 'claims as JSON lines {id,source,claim} from standard input')
    .action(action((options: Options) => (options.jsonl ? checkLines(io) : checkOne(io, options))))
}

async function checkOne(io: Io, { source, claim, json }: Options) {
  if (source === undefined || !claim?.trim()) {
    throw new ConfigError(
      'Name both: brevier check --source article.txt --claim "Twelve people were injured."',
    )
  }
  const result = await check(claim, await readSource(source))
  if (json) await writeJson(io.stdout, result)
  else await writeLine(io.stdout, described(result))
  return undefined
}

const lineSchema = z.object({
  id: idField,
  source: z.string('must be text'),
  claim: z.string('must be text'),
})

async function checkLines(io: Io) {
  let exitCode: number = EXIT.done
  for await (const read of readJsonLines(io.stdin, lineSchema)) {
    if (io.signal.aborted) break
    if ('error' in read) {
      exitCode = EXIT.failed
      await writeJsonLine(io.stdout, read)
      continue
    }
    const { source, claim } = read.value
    await writeJsonLine(io.stdout, { ...idOf(read.value), ...(await check(claim, source)) })
  }
  return exitCode
}

async function check(claim: string, source: string) {
  const language = (await detectLanguage(source)) ?? 'en'
  const { supported, score, findings } = checkClaim({ claim, source, language })
  return { supported, score: rounded(score), findings }
}

async function readSource(file: string): Promise<string> {
  const bytes = await readFileBytes(file)
  const text = decodeBody(bytes)
  const sniffed = sniff(bytes, text, file)
  if (sniffed.kind === 'refused') throw new UserError(`${file} ${sniffed.problem}`)
  return text
}

function described({ supported, score, findings }: Awaited<ReturnType<typeof check>>): string {
  const verdict = supported ? 'The source supports the claim' : 'The source does not support the claim'
  const lines = findings.map(
    (finding) => `  ${finding.level.padEnd(8)} ${finding.kind}: "${finding.text}": ${finding.note}`,
  )
  return [`${verdict} (score ${score}).`, ...lines].join('\n')
}
