// The process of the harness and what it imports, in one folder of few files: hundreds of processes are started, and most
// of a start is looking for modules. Our own code is in it as it stands.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'rolldown'

const SCRIPT = fileURLToPath(new URL('./desk-process.ts', import.meta.url))
/** Within `node_modules`, so that packages that stay outside are found; it ends with this process. */
const FOLDER = fileURLToPath(
  new URL(`../../node_modules/.cache/brevier/crash-${process.pid}`, import.meta.url),
)
/** What starts slowly for the number of its files; all other packages stay outside. */
const INSIDE = ['kysely', 'zod', 'node-cron', 'temporal-polyfill']

export interface Bundle {
  /** The file to start. */
  readonly script: string
  /** Where Node may keep what it compiled. */
  readonly compileCache: string
}

let bundled: Promise<Bundle> | undefined

/** Made once. */
export function deskBundle(): Promise<Bundle> {
  bundled ??= bundle()
  return bundled
}

async function bundle(): Promise<Bundle> {
  process.once('exit', () => rmSync(FOLDER, { recursive: true, force: true }))
  await build({
    input: SCRIPT,
    platform: 'node',
    external: (id) => /^[a-z@]/.test(id) && !INSIDE.some((name) => id === name || id.startsWith(`${name}/`)),
    plugins: [
      {
        name: 'files beside a module are found where the module was',
        transform: (code, id) => code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
      },
    ],
    output: { dir: FOLDER, format: 'esm', entryFileNames: 'desk-process.mjs', chunkFileNames: '[name].mjs' },
    logLevel: 'warn',
  })
  return { script: join(FOLDER, 'desk-process.mjs'), compileCache: join(FOLDER, 'compiled') }
}
