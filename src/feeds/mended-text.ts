// What feeds of old write in ways that no reader of ours knows, put into ways that they do. Documents without any of it,
// which are nearly all, stay as they are.

import { encodeXML } from 'entities/escape'

const BASE64_ELEMENT =
  /<(title|tagline|subtitle|summary|content|info|copyright|rights)(\s[^<>]*(?:\bmode\s*=\s*["']base64|\btype\s*=\s*["']application\/octet-stream)["'][^<>]*)>([\sA-Za-z0-9+/=]*)<\/\1\s*>/gi
const HAS_BASE64 = /\bmode\s*=\s*["']base64|application\/octet-stream/i

/** `fullitem` of RSS 0.9x and the XHTML `body` of RSS 2 are what `content:encoded` is now. */
const FULL_ITEM = /<fullitem\s*>([\s\S]*?)<\/fullitem\s*>/gi
const XHTML_BODY =
  /<((?:\w+:)?)(body|div)(\s[^<>]*xmlns(?::\w+)?\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml["'][^<>]*)>([\s\S]*?)<\/\1\2\s*>/gi
const CONTENT = ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'

export function mended(text: string): string {
  const decoded = HAS_BASE64.test(text) ? text.replace(BASE64_ELEMENT, withoutBase64) : text
  return withContent(decoded).replace(/[\x80-\x9f]/g, fromWindows)
}

function withoutBase64(_whole: string, name: string, attributes: string, packed: string): string {
  const plain = Buffer.from(packed, 'base64').toString('utf8')
  const kept = attributes
    .replace(/\bmode(\s*=\s*["'])base64/i, 'mode$1escaped')
    .replace(/\btype(\s*=\s*["'])application\/octet-stream/i, 'type$1html')
  return `<${name}${kept}>${encodeXML(plain)}</${name}>`
}

function withContent(text: string): string {
  if (!/<rss[\s>]/i.test(text.slice(0, 4000))) return text
  const full = text.includes('<fullitem')
    ? text.replace(FULL_ITEM, (_whole, content) => encoded(content))
    : text
  if (!full.includes('1999/xhtml')) return full
  return full.replace(/<item[\s>][\s\S]*?<\/item\s*>/gi, (item) =>
    /<content:encoded/i.test(item)
      ? item
      : item.replace(XHTML_BODY, (_whole, _prefix, _name, _attributes, content) =>
          encoded(`<![CDATA[${String(content).replaceAll(']]>', ']]&gt;')}]]>`),
        ),
  )
}

function encoded(content: string): string {
  return `<content:encoded${CONTENT}>${content}</content:encoded>`
}

const windows = new TextDecoder('windows-1252')

/** No text holds control characters of that range: they are Windows-1252 that somebody took for Latin-1. */
function fromWindows(control: string): string {
  return windows.decode(Uint8Array.of(control.charCodeAt(0)))
}
