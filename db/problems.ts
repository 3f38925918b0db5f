// What a disk, a file or another process can do to a database, said in one sentence.

import { UserError } from '../src/errors.ts'

const NO_ROOM = 'cannot grow: the disk is full. Make room and try again; nothing half-written was kept.'
const NO_RIGHT = 'cannot be made: this user may not write in its folder.'
const NO_FOLDER = 'cannot be made: a part of its path is a file, not a folder.'

const SENTENCES: Readonly<Record<string, string>> = {
  SQLITE_BUSY:
    'has been locked by another process for more than five seconds. Try again when that has finished.',
  SQLITE_FULL: NO_ROOM,
  SQLITE_READONLY: 'cannot be written: it is read-only for this user.',
  SQLITE_CANTOPEN: 'cannot be opened: its folder is missing, or this user may not use it.',
  SQLITE_NOTADB: 'is not an SQLite database. Name another file with --db.',
  SQLITE_CORRUPT: 'is damaged. Go back to a copy made with brevier db backup.',
  SQLITE_IOERR: 'could not be read or written: the disk reported an error.',
  ENOSPC: NO_ROOM,
  EACCES: NO_RIGHT,
  EPERM: NO_RIGHT,
  EROFS: NO_RIGHT,
  ENOENT: 'cannot be made: no folder can be made in its path.',
  ENOTDIR: NO_FOLDER,
  EEXIST: NO_FOLDER,
}

/** A UserError with the cause for what is known; anything else stays as it was thrown. */
export function explained(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const sentence = SENTENCES[code] ?? SENTENCES[code.split('_', 2).join('_')]
  return sentence ? new UserError(`${nameOf(file)} ${sentence}`, { cause: error }) : error
}

function nameOf(file: string): string {
  return file === ':memory:' ? 'The database in memory' : file
}
