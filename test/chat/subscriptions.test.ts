import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, START } from '../editions/newsroom.ts'
import { GROUP, openChatRoom, PRIVATE, READER } from './chat-room.ts'

const only = async (room: Awaited<ReturnType<typeof openChatRoom>>) => {
  const [subscription] = await room.newsroom.store.subscriptions()
  if (!subscription) throw new Error('there is no subscription')
  return subscription
}

describe('/subscribe', () => {
  test('makes a subscription of this chat and this person, with everything as it is usual', async () => {
    await using room = await openChatRoom()
    expect(await room.say('/subscribe')).toContain(
      'u1 is made.\nThe next edition comes Mon 2 Mar 2026, 08:00 UTC.',
    )
    expect(await only(room)).toMatchObject({
      chat: PRIVATE,
      owner: READER,
      topics: '',
      language: 'en',
      points: 3,
      briefs: 5,
      schedule: { text: 'every day at 8:00', zone: 'UTC' },
      afterDownTime: 'late',
      whenUnknown: 'again',
      whenEmpty: 'nothing',
      nextEditionAt: START + HOUR_MS,
    })
  })

  test('takes topics and fields in one line', async () => {
    await using room = await openChatRoom()
    await room.say(
      '/subscribe climate change, "a; b", source:Courier; schedule: every weekday at 7:30; zone: Europe/Berlin; quiet hours: 22:00-07:00 silence; when-empty: line',
    )
    expect(await only(room)).toMatchObject({
      topics: 'climate change, "a; b", source:Courier',
      schedule: { text: 'every weekday at 7:30', crons: ['30 7 * * 1-5'], zone: 'Europe/Berlin' },
      quietHours: { from: '22:00', to: '07:00', effect: 'silence' },
      whenEmpty: 'line',
    })
  })

  test('calls a role and goes to followers only where that was decided', async () => {
    await using room = await openChatRoom()
    await room.say('/subscribe role: <@&700000000000000001>; followers: yes')
    expect(await only(room)).toMatchObject({ calledRole: '700000000000000001', isForFollowers: true })
    expect(await room.say('/edit role: 700000000000000002')).toContain(
      'role | 700000000000000002\nfollowers | yes: servers that follow the channel get them too',
    )
    expect(await only(room)).toMatchObject({ calledRole: '700000000000000002', isForFollowers: true })
    expect(await room.say('/edit role: nobody; followers: no')).not.toMatch(/role|followers/)
    const settings = await only(room)
    expect([settings?.calledRole, settings?.isForFollowers]).toEqual([undefined, undefined])
  })

  test('keeps the semicolons within a schedule', async () => {
    await using room = await openChatRoom()
    await room.say('/subscribe schedule: 0 8 * * *; 0 18 * * *; points: 2')
    expect(await only(room)).toMatchObject({ schedule: { crons: ['0 8 * * *', '0 18 * * *'] }, points: 2 })
  })

  test('said twice makes one subscription', async () => {
    await using room = await openChatRoom()
    await room.say('/subscribe harbour')
    expect(await room.say('/subscribe harbour')).toContain('This chat has the same subscription already: u1.')
    expect(await room.newsroom.store.subscriptions()).toHaveLength(1)
  })

  test.each([
    ['points: 11', '"11" does not fit: points must be a whole number from 1 to 10.'],
    ['points: none', '"none" does not fit: points must be a whole number from 1 to 10.'],
    ['briefs: 21', '"21" does not fit: briefs must be a whole number from 1 to 20.'],
    ['language: english', '"english" is no language. Write its code of two letters, like en, de or fr.'],
    ['zone: Berlin', '"Berlin" is no time zone. Write it like Europe/Berlin, America/New_York or UTC.'],
    ['schedule: sometimes', '"sometimes" is no schedule. Write it like'],
    ['quiet: at night', '"at night" are no quiet hours. Write them like 22:00-07:00'],
    ['role: @everyone', '"@everyone" is no role. Mention it, like @News, or write its id.'],
    ['role: <@700000000000000001>', '"<@700000000000000001>" is no role.'],
    ['followers: many', '"many" does not fit: followers must be no or yes.'],
    ['when empty: cheer', '"cheer" does not fit: when empty must be nothing or line.'],
    ['after down time: now', '"now" does not fit: after down time must be late, merge or skip.'],
    ['when unknown: never', '"never" does not fit: when unknown must be once or again.'],
    ['bridge; pionts: 2', 'There is no setting "pionts". There are topics, schedule, zone,'],
    ['topics: "bridge', 'is never closed'],
    [`topics: ${'word '.repeat(300)}`, 'The topics are too long: write at most 1000 characters.'],
  ])('%s is answered with what would be right', async (text, sentence) => {
    await using room = await openChatRoom()
    expect(await room.say(`/subscribe ${text}`)).toContain(sentence)
    expect(await room.newsroom.store.subscriptions()).toEqual([])
  })
})

describe('/edit', () => {
  test('changes what is named and leaves the rest', async () => {
    await using room = await openChatRoom()
    await room.say('/subscribe harbour; points: 2')
    const before = await only(room)
    expect(await room.say('/edit u1 briefs: 3')).toContain('u1 is changed.')
    expect(await only(room)).toEqual({ ...before, briefs: 3 })
  })

  test.each([
    ['schedule: every day at 9:00', START + 2 * HOUR_MS],
    ['zone: Asia/Kolkata', START + 19.5 * HOUR_MS],
    ['quiet: 7:00-11:00', START + 4 * HOUR_MS],
    ['points: 1', START + HOUR_MS],
  ])('with %s the next edition comes when it should', async (text, at) => {
    await using room = await openChatRoom()
    await room.say('/subscribe')
    await room.say(`/edit ${text}`)
    expect(await only(room)).toHaveProperty('nextEditionAt', at)
  })

  test('ends quiet hours, and opens the topics, with the words that are shown', async () => {
    await using room = await openChatRoom()
    await room.say('/subscribe harbour; quiet: 22:00-07:00')
    await room.say('/edit quiet: none; topics: everything')
    expect(await only(room)).not.toHaveProperty('quietHours')
    expect(await only(room)).toHaveProperty('topics', '')
  })

  test('that changes nothing says so', async () => {
    await using room = await openChatRoom()
    await room.say('/subscribe')
    expect(await room.say('/edit points: 3')).toContain('u1 was so already; nothing is changed.')
  })

  test('without anything to change says what can be', async () => {
    await using room = await openChatRoom()
    await room.say('/subscribe')
    expect(await room.say('/edit u1')).toMatch(
      /^Say what to change, for example: \/edit u1 points: 2\. There are /,
    )
  })
})

describe('which subscription is meant', () => {
  test('is clear where there is one', async () => {
    await using room = await openChatRoom()
    await room.say('/subscribe')
    expect(await room.say('/pause')).toContain('u1 is paused.')
  })

  test('must be said where there are two', async () => {
    await using room = await openChatRoom()
    await room.say('/subscribe')
    await room.say('/subscribe harbour')
    expect(await room.say('/pause')).toMatch(/^This chat has 2 subscriptions\. Say which one/)
    expect(await room.say('/pause U2')).toContain('u2 is paused.')
  })

  test('is never one of another chat', async () => {
    await using room = await openChatRoom()
    await room.newsroom.subscribe()
    await room.say('/subscribe')
    for (const command of ['edit', 'pause', 'resume', 'unsubscribe', 'preview', 'why'])
      expect(await room.say(`/${command} u1 points: 2`)).toBe(
        'This chat has no subscription u1. /subscriptions lists those it has.',
      )
    expect(await room.say('/subscriptions')).not.toContain('u1')
  })

  test.each([
    ['/pause', 'This chat has no subscription yet. /subscribe makes one; /help shows how.'],
    ['/why e7', 'This chat has no edition e7. /why lists the last ones.'],
  ])('%s where there is none', async (line, sentence) => {
    await using room = await openChatRoom()
    expect(await room.say(line)).toBe(sentence)
  })

  test('a word that is no id is answered with how one looks', async () => {
    await using room = await openChatRoom()
    await room.say('/subscribe')
    expect(await room.say('/pause it')).toBe(
      '"it" is not understood here. The id of a subscription looks like u1.',
    )
  })
})

describe('a subscription', () => {
  test('is paused and goes on from now', async () => {
    await using room = await openChatRoom()
    await room.say('/subscribe')
    await room.say('/pause')
    expect(await room.say('/pause')).toContain('u1 was paused already.')
    await room.newsroom.clock.advance(3 * DAY_MS)
    expect(await room.say('/resume')).toContain('u1 goes on.')
    expect(await only(room)).toHaveProperty('nextEditionAt', START + 3 * DAY_MS + HOUR_MS)
    expect(await room.say('/resume')).toContain('u1 was not paused.')
  })

  test('that is resumed opens its chat again', async () => {
    await using room = await openChatRoom({ admins: [READER.id] })
    await room.say('/subscribe', GROUP)
    const reason = { kind: 'refused', class: 'topic', detail: 'closed' } as const
    await room.newsroom.store.pauseChat(GROUP, reason, [], START)
    expect(await room.say('/subscriptions', GROUP)).toContain('chat paused')
    expect(await room.say('/resume', GROUP)).toContain('u1 goes on.')
    expect(await room.newsroom.store.pausedChats()).toEqual([])
  })

  test('is removed, and then there is none', async () => {
    await using room = await openChatRoom()
    await room.say('/subscribe')
    expect(await room.say('/unsubscribe')).toMatch(/^u1 is removed\./)
    expect(await room.say('/subscriptions')).toMatch(
      /^This chat has no subscription yet\.\nTo make one: \/subscribe/,
    )
  })

  test('is shown as it would come now, and nothing is sent', async () => {
    await using room = await openChatRoom()
    await room.say('/subscribe')
    expect(await room.say('/preview')).toMatch(
      /^Brevier · Monday, 2 March 2026, 07:00\nThis would not be sent/,
    )
    expect(room.newsroom.messages).toEqual([])
  })
})

describe('who may change what a chat gets', () => {
  test('in a group its admins', async () => {
    await using room = await openChatRoom({ admins: [READER.id] })
    expect(await room.say('/subscribe', GROUP)).toContain('u1 is made.')
    expect(await only(room)).toMatchObject({ chat: GROUP, whenUnknown: 'once' })
  })

  test('in a group nobody else, and everybody may see it', async () => {
    await using room = await openChatRoom()
    await room.newsroom.subscribe({ chat: GROUP })
    for (const command of ['subscribe', 'edit', 'pause', 'resume', 'unsubscribe'])
      expect(await room.say(`/${command}`, GROUP)).toBe(
        'Only the admins of this chat decide what it gets. Please ask one of them.',
      )
    expect(await room.say('/subscriptions', GROUP)).toContain('u1 | everything')
  })

  test('where owners are named, only they', async () => {
    await using room = await openChatRoom({ owners: ['test:grace'] })
    expect(await room.say('/subscribe')).toMatch(
      /you are not among them\. Please ask to be added to OWNERS as test:ada\.$/,
    )
    await using other = await openChatRoom({ owners: ['test:ada'] })
    expect(await other.say('/subscribe')).toContain('u1 is made.')
  })
})

describe('/why', () => {
  test('says that all is well, and when the next edition comes', async () => {
    await using room = await openChatRoom()
    await room.say('/subscribe')
    expect(await room.say('/why')).toContain('All is well. The next edition comes Mon 2 Mar 2026, 08:00 UTC.')
  })

  test('says of each edition what became of it, newest first, in the zone of the subscription', async () => {
    await using room = await openChatRoom()
    await room.say('/subscribe zone: Europe/Berlin')
    for (let days = 0; days < 2; days += 1) {
      await room.newsroom.clock.advance(DAY_MS)
      await room.newsroom.makeDue()
    }
    const said = await room.say('/why u1')
    expect(said).toMatch(
      /e2 \| Wed 4 Mar 2026, 08:00 Europe\/Berlin\. Nothing was sent\. No story had come in\./,
    )
    expect(said.indexOf('e2')).toBeLessThan(said.indexOf('e1'))
    expect(await room.say('/why e1')).toContain('Nothing was sent. No story had come in.')
  })

  test('says of an edition which stories were left out', async () => {
    await using room = await openChatRoom()
    await room.say('/subscribe briefs: 1')
    await room.newsroom.publish(
      {
        title: 'The Ellery Bridge is closed',
        text: `${'The Ellery Bridge was closed on Monday after cracks were found.\n\n'.repeat(3)}`,
      },
      {
        title: 'Kelp returns to Cape Morrow',
        text: `${'Sea otters have helped the kelp forest off Cape Morrow to recover.\n\n'.repeat(3)}`,
      },
    )
    await room.newsroom.clock.advance(HOUR_MS)
    await room.newsroom.makeDue()
    expect(await room.say('/why e1')).toMatch(
      /Stories that fitted and were left out:\ns\d \| .+ \| The edition was full; others mattered more\./,
    )
  })
})

test('a topic that cannot be read is answered with what would be right, also by /brief', async () => {
  await using room = await openChatRoom()
  expect(await room.say('/brief "bridge')).toContain('is never closed')
})

test('help lists every command in its group', async () => {
  await using room = await openChatRoom()
  const { blocks } = await room.message('/help')
  const groups = blocks.filter((block) => block.kind === 'rows')
  expect(groups.map(({ rows }) => rows.map(({ term }) => term.split(' ')[0]))).toEqual([
    ['/start', '/ask', '/brief', '/sources', '/stories', '/help'],
    [
      '/subscribe',
      '/subscriptions',
      '/edit',
      '/pause',
      '/resume',
      '/unsubscribe',
      '/preview',
      '/settings',
      '/notices',
      '/why',
    ],
  ])
  expect(groups.flatMap(({ rows }) => rows).filter(({ text }) => text === '')).toEqual([])
})
