import { expect, test } from 'vitest'
import { parseHtml } from './html.ts'

test.each([
  ['<b>a</b> &lt;x&gt; &hellip;', 'a <x> &hellip;', [{ type: 'bold', offset: 0, length: 1 }]],
  ['<b>a</>', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
  ['<a href="javascript:x">t</a>', 't', []],
  ['&lt', '<', []],
  ['<b></b>', '', []],
  ['&#9731;&#x2603;&apos;&nbsp;', '☃☃&apos;&nbsp;', []],
  ['&amp;lt;', '&lt;', []],
  ['<I>x</i >', 'x', [{ type: 'italic', offset: 0, length: 1 }]],
  ['😀<u>x</u>', '😀x', [{ type: 'underline', offset: 2, length: 1 }]],
  ['<a href="https://a.example/?x=1&amp;y=&quot;">t</a>', 't', [link(0, 1, 'https://a.example/?x=1&y="')]],
  ['<a>a.example</a>', 'a.example', [link(0, 9, 'a.example')]],
  ['<a href=a.example>t</a>', 't', [link(0, 1, 'a.example')]],
  ['<blockquote expandable>q</blockquote>', 'q', [{ type: 'expandable_blockquote', offset: 0, length: 1 }]],
  ['<blockquote>q</blockquote>', 'q', [{ type: 'blockquote', offset: 0, length: 1 }]],
  ['<span class="tg-spoiler">s</span>', 's', [{ type: 'spoiler', offset: 0, length: 1 }]],
  [
    '<pre><code class="language-ts">x</code></pre>',
    'x',
    [{ type: 'pre', offset: 0, length: 1, language: 'ts' }],
  ],
  ['<code class="language-ts">x</code>', 'x', [{ type: 'code', offset: 0, length: 1 }]],
  [
    '<b>a<i>b</i></b>',
    'ab',
    [
      { type: 'bold', offset: 0, length: 2 },
      { type: 'italic', offset: 1, length: 1 },
    ],
  ],
])('%s is read as Telegram reads it', (html, text, entities) => {
  expect(parseHtml(html)).toEqual({ text, entities })
})

test.each([
  ['1<2 ok', 'Unsupported start tag "2" at byte offset 1'],
  ['x<br/>', 'Unsupported start tag "br/" at byte offset 1'],
  ['é<p>', 'Unsupported start tag "p" at byte offset 2'],
  ['a < b', 'Unsupported start tag "" at byte offset 2', 'a > '],
  ['<b', 'Unclosed start tag at byte offset 0'],
  ['<a href="x', 'Unclosed start tag at byte offset 0'],
  ['<a href', 'Unclosed start tag "a" at byte offset 0'],
  ['<a href=', 'Unclosed start tag "a" at byte offset 0'],
  ['<a ="x">', 'Empty attribute name in the tag "a" at byte offset 0'],
  ['<a href=https://e.example>x</a>', 'Unexpected end of name token at byte offset 8'],
  ['x</b>', 'Unexpected end tag at byte offset 1'],
  ['<b>x</b', 'Unclosed end tag at byte offset 4'],
  ['<b>x</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
  ['<span class="x">y</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ['<i><b>x', `Can't find end tag corresponding to start tag "b"`],
])('%s is refused in the words of Telegram', (html, sentence, rest = '') => {
  expect(() => parseHtml(html + rest)).toThrow(
    expect.objectContaining({ code: 400, message: `Bad Request: can't parse entities: ${sentence}` }),
  )
})

function link(offset: number, length: number, url: string) {
  return { type: 'text_link', offset, length, url }
}
