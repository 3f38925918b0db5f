// The README's "A server in five minutes", walked with exactly the permissions that its link asks for, and without each of them.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inviteUrl, PERMISSIONS, type Permission } from '../../../adapters/discord/links.ts'
import { run, temporaryFolder } from '../../cli/run.ts'
import { bridge, flood } from '../../editions/articles.ts'
import { HOUR_MS } from '../../editions/newsroom.ts'
import { startDiscord } from '../../fakes/discord/discord.ts'
import { shownIn } from '../../fakes/discord/messages.ts'
import type { FakeInteraction } from '../../fakes/discord/world.ts'
import { deskWithServer, postsOf, SECOND_MS } from './desk.ts'

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
const [, section = ''] = readme.split('\n## A server in five minutes\n')
const here = section.split('\n## ')[0] ?? ''
const [portal, start, add, choose, read] = here.split(/^(?=\d\. )/m).slice(1)
const link = /`(https:\/\/discord\.com\/oauth2\/\S+)`/.exec(add ?? '')?.[1] ?? ''
const asked = BigInt(new URL(link).searchParams.get('permissions') ?? '0')
const rows = [...here.matchAll(/^\| ([A-Z][A-Za-z ]+) \| /gm)].map(([, name = '']) => name as Permission)
const saidTo = ({ original }: FakeInteraction) => (original ? shownIn(original) : '')

/** What stands in bold, of one step. */
function boldIn(step = ''): readonly string[] {
  return [...(step.split('\n\n')[0] ?? '').matchAll(/\*\*(.+?)\*\*/g)].map(([, label = '']) => label)
}

async function server(everybody: bigint) {
  const at = await deskWithServer({ everybody })
  await at.desk.publish(flood, bridge)
  const subscribe = async () => {
    const options = { topics: 'flood, bridge', schedule: 'every day at 8:00', channel: at.channel }
    const looked = at.discord.command(at.owner, at.channel, 'subscribe', { options })
    await at.desk.pass(5 * SECOND_MS)
    return looked
  }
  /** A reader asks about the latest edition and shares the answer; what he is told. */
  const share = async () => {
    const [ask = '', shareIt = ''] = boldIn(read)
    const post = postsOf(at.discord, at.channel).at(-1)
    if (!post) throw new Error('there is no edition')
    const form = at.discord.press(at.reader, post, ask)
    await at.desk.pass(5 * SECOND_MS)
    const filled = at.discord.fillIn(at.reader, form, {
      question: 'How many people were injured in the flood?',
    })
    await at.desk.pass(5 * SECOND_MS)
    expect(saidTo(filled)).toContain('Twelve people were injured')
    if (!filled.original) throw new Error('there is no answer')
    const shared = at.discord.press(at.reader, filled.original, shareIt)
    await at.desk.pass(5 * SECOND_MS)
    return { told: saidTo(shared), thread: post.id }
  }
  return { ...at, subscribe, share }
}

test('the link of the README asks for what the table explains, and for nothing else', () => {
  expect(rows).toEqual(Object.keys(PERMISSIONS))
  expect(link.replace('<id>', '1')).toBe(inviteUrl('1'))
})

test('who follows the README has a server, and its readers have answers with sources and a thread', {
  timeout: 60_000,
}, async () => {
  // A token, and what doctor, whose clock is the real one, says of it.
  await using real = await startDiscord()
  expect(portal).toContain('https://discord.com/developers/applications')
  expect(start).toContain('DISCORD_TOKEN=<token>')
  const doctor = await run(['doctor', '--db', join(temporaryFolder(), 'five.db')], {
    env: { DISCORD_TOKEN: real.token, DISCORD_API_ROOT: real.apiRoot },
  })
  expect(doctor).toMatchObject({ code: 0, err: '' })

  const { desk, discord, owner, channel, subscribe, share } = await server(asked)
  await using _ = desk
  const looked = await subscribe()
  expect(saidTo(looked)).toContain('Twelve people were injured')
  expect(await desk.app.store.subscriptions()).toEqual([])
  if (!looked.original) throw new Error('there is no preview')
  const [begin = ''] = boldIn(choose)
  discord.press(owner, looked.original, begin)
  await desk.pass(2 * HOUR_MS)
  expect(desk.posts(channel)).toEqual([expect.stringContaining('Twelve people were injured')])

  const { told, thread } = await share()
  expect(told).toContain('Shared.')
  expect(desk.posts(thread)).toEqual([expect.stringContaining('Twelve people were injured')])
  expect(desk.posts(thread).join()).toContain('Meridian Press')
})

test.each(['View Channels', 'Send Messages', 'Embed Links'] as const)(
  'without %s the owner is told so before anything is stored',
  async (permission) => {
    const { desk, subscribe } = await server(asked & ~PERMISSIONS[permission])
    await using _ = desk
    expect(saidTo(await subscribe())).toContain(`Allow me there: ${permission}`)
    expect(await desk.app.store.subscriptions()).toEqual([])
  },
)

test.each([
  ['Create Public Threads', 'It could not be shared.'],
  ['Send Messages in Threads', 'Allow me there: Send Messages in Threads.'],
] as const)(
  'without %s an answer is not shared in a thread, and who presses is told why',
  async (permission, why) => {
    const { desk, discord, owner, subscribe, share } = await server(asked & ~PERMISSIONS[permission])
    await using _ = desk
    const looked = await subscribe()
    if (!looked.original) throw new Error('there is no preview')
    discord.press(owner, looked.original, boldIn(choose)[0] ?? '')
    await desk.pass(2 * HOUR_MS)
    const { told, thread } = await share()
    expect(told).toContain(why)
    expect(discord.messages(thread)).toEqual([])
  },
)

test('without Read Message History doctor says that nobody can look', async () => {
  const { desk, chat } = await server(asked & ~PERMISSIONS['Read Message History'])
  await using _ = desk
  const problems = await desk.adapter.examine?.([chat], new AbortController().signal)
  expect(problems).toMatchObject([
    { level: 'warning', remedy: expect.stringContaining('Read Message History') },
  ])
})
