// What may stand below a message, and what the server refuses there.

import { badRequest } from './api-error.ts'
import { isWebAddress } from './link.ts'
import type { WireButton, WireMarkup } from './wire.ts'

const MAX_DATA_BYTES = 64
const MAX_BUTTONS = 100
/** More in one row are not shown. */
const MAX_ROW = 8
const ACTIONS = ['url', 'callback_data', 'web_app', 'switch_inline_query', 'copy_text', 'login_url', 'pay']

export function checkMarkup(markup: WireMarkup | undefined): void {
  const rows = markup?.inline_keyboard ?? []
  if (rows.flat().length > MAX_BUTTONS || rows.some((row) => row.length > MAX_ROW)) {
    throw badRequest('reply markup is too long')
  }
  for (const button of rows.flat()) checkButton(button)
}

function checkButton(button: WireButton): void {
  if (button.text.trim() === '')
    throw badRequest("can't parse inline keyboard button: Text must be non-empty")
  const actions = ACTIONS.filter((field) => button[field] !== undefined)
  if (actions.length !== 1) throw badRequest('text buttons are unallowed in the inline keyboard')
  if (button.url !== undefined) checkUrl(button.url)
  if (button.callback_data !== undefined) checkData(button.callback_data)
}

function checkUrl(url: string): void {
  if (!isWebAddress(url) && !/^tg:\/\/\S+$/i.test(url)) {
    throw badRequest(`Inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`)
  }
}

function checkData(data: string): void {
  const bytes = Buffer.byteLength(data)
  if (bytes < 1 || bytes > MAX_DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID')
}

/** Markup as the server keeps it: none is the same as an empty one. */
export function keptMarkup(markup: WireMarkup | undefined): WireMarkup | undefined {
  return markup?.inline_keyboard?.length ? markup : undefined
}
