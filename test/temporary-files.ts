// Whatever tests leave in the folder for temporary files goes when all of them are done.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let folder = ''

export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'brevier-tests-'))
  process.env.TMPDIR = folder
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
