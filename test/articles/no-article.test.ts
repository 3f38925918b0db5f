import { expect, test } from 'vitest'
import { extract } from '../../src/articles/extract.ts'

const now = Date.UTC(2026, 2, 10)

const opening =
  'The harbour of Almarza will get a third crane before the summer, the port said on Monday, and with it some forty new jobs. The crane was built in the yards of Costa Norte and will arrive by ship in May.'

const rows: readonly { what: string; body: string; status: 'snippet' | 'rejected'; reason: RegExp }[] = [
  { what: 'an empty page', body: ' \n\n ', status: 'rejected', reason: /empty/ },
  {
    what: 'a menu',
    body: 'Home\nNews\nSport\nBusiness\nWeather\nObituaries\nJobs\nProperty\nCars\nContact\nPrivacy policy',
    status: 'rejected',
    reason: /menus and links/,
  },
  {
    what: 'a front page',
    body: [
      'The Harrow Courier',
      'Tram line divides shopkeepers\nA survey finds that half of the shops expect to lose customers.\n2 hours ago',
      'Swan returns to town pond\nThe bird had been missing since the storm in January.\n3 hours ago',
      'Baker wins prize for rye loaf\nThe jury praised the crust and the patience behind it.\n5 hours ago',
      'Snow closes two schools\nLessons will be held again from Thursday, the county said.\n6 hours ago',
      'Road works on Hill Lane\nDrivers should allow twenty minutes more in the morning.\n7 hours ago',
    ].join('\n\n'),
    status: 'rejected',
    reason: /list of other stories/,
  },
  {
    what: 'a cookie wall',
    body: 'We value your privacy\n\nWe and our 212 partners store and access information on your device, such as cookies, and process personal data. You can accept all cookies or manage your choices at any time.\n\nAccept all\nReject all\nManage preferences',
    status: 'rejected',
    reason: /cookies/,
  },
  {
    what: 'a long cookie wall',
    body: 'Bevor Sie weiterlesen\n\nWir und unsere 187 Partner verarbeiten personenbezogene Daten, zum Beispiel Ihre IP-Adresse, mit Hilfe von Cookies, um Werbung und Inhalte auf Sie zuzuschneiden und deren Leistung zu messen.\n\nMit einem Klick auf Akzeptieren geben Sie Ihre Einwilligung dazu, dass wir und unsere Partner Informationen auf Ihrem Gerät speichern und abrufen. Sie können Ihre Zustimmung jederzeit in den Einstellungen für den Datenschutz widerrufen.\n\nOder lesen Sie ohne Werbung und ohne Tracking mit unserem Pur-Abo für 3,99 Euro im Monat, das Sie jederzeit zum Monatsende kündigen können.',
    status: 'rejected',
    reason: /cookies/,
  },
  {
    what: 'a long cookie wall in English',
    body: 'Before you continue to The Harrow Courier\n\nWe use cookies and data to deliver and maintain our services, to track outages and to protect you against spam, fraud and abuse. If you choose to accept all, we will also use cookies and data to develop new services and to show you personalised ads, depending on your settings.\n\nIf you choose to reject all, we will not use cookies for these additional purposes. Content that is not personalised is influenced by what you are reading now and by your location. You can change your consent at any time on our privacy page, where every one of our partners is named.',
    status: 'rejected',
    reason: /cookies/,
  },
  {
    what: 'a Japanese paywall',
    body: `港の新しいクレーン\n\n${'アルマルサの港は夏までに三台目のクレーンを設置すると月曜日に発表した。これにより四十人の雇用が生まれる。'.repeat(3)}\n\n有料会員限定記事 残り1520文字`,
    status: 'snippet',
    reason: /subscribe/,
  },
  {
    what: 'a login page',
    body: 'The Harrow Courier\nSign in\nEmail\nPassword\nAlready a subscriber? Sign in to continue reading.\nForgot your password?\nRegister',
    status: 'rejected',
    reason: /log in or to subscribe/,
  },
  {
    what: 'a paywall after the first paragraph',
    body: `Third crane for Almarza\n\nBy Lucia Ferrer\n\n${opening}\n\nSubscribe to continue reading\n\nAlready a subscriber? Log in\n\n€1 for the first month`,
    status: 'snippet',
    reason: /first 41 words .* subscribe/,
  },
  {
    what: 'a German paywall',
    body: 'Neuer Kran für Lindenau\n\nDer Hafen von Lindenau bekommt noch vor dem Sommer einen dritten Kran, teilte die Hafengesellschaft am Montag mit. Damit entstehen etwa vierzig neue Arbeitsplätze.\n\nDieser Artikel ist nur für Abonnenten verfügbar.\n\nJetzt weiterlesen mit Plus',
    status: 'snippet',
    reason: /subscribe/,
  },
  {
    what: 'a teaser of forty words',
    body: `Third crane for Almarza\n\n${opening}`,
    status: 'snippet',
    reason: /Only 41 words/,
  },
  {
    what: 'a teaser that breaks off',
    body: `Third crane for Almarza\n\n${opening}\n\n${opening.replace('third', 'fourth')} The union had asked for more of them, and for better pay on Sundays, but the port…`,
    status: 'snippet',
    reason: /breaks off/,
  },
  {
    what: 'a refusal of the server',
    body: 'Access denied\n\nPlease enable JavaScript and cookies to continue.',
    status: 'rejected',
    reason: /“/,
  },
  {
    what: 'a missing page',
    body: 'Page not found\n\nHome\nNews\nSport',
    status: 'rejected',
    reason: /Page not found/,
  },
  { what: 'bytes that are no text', body: `PK\0\0${opening}`, status: 'rejected', reason: /binary/ },
]

test.each(rows)('$what is no article', async ({ body, status, reason }) => {
  const extraction = await extract({ format: 'text', body }, { now })
  expect(extraction).toMatchObject({ status, reason: expect.stringMatching(reason) })
  expect(extraction.kind).toBe(status === 'snippet' ? 'snippet' : undefined)
  expect(extraction.reason).toMatch(/^\p{Lu}.*[.”]$/u)
})

test('the words that were found are given even when they are no article', async () => {
  const extraction = await extract({ format: 'text', body: `Third crane for Almarza\n\n${opening}` }, { now })
  expect(extraction).toMatchObject({ title: 'Third crane for Almarza', text: opening, paragraphs: [opening] })
})

test('a page of three million characters is refused in one sentence', async () => {
  const body = 'Sentence after sentence. '.repeat(120_000)
  const extraction = await extract({ format: 'text', body }, { now })
  expect(extraction).toMatchObject({
    status: 'rejected',
    reason: 'The page has 3.0 MB, and more than 2 MB is no article.',
  })
})
