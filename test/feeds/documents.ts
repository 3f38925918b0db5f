// One invented feed in the four formats: the same two items, told as each format tells them.

export const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
  <title>Harrow Courier</title>
  <link>https://courier.example/</link>
  <description>News of the harbour</description>
  <language>en-gb</language>
  <pubDate>Tue, 03 Mar 2026 06:00:00 GMT</pubDate>
  <lastBuildDate>Tue, 03 Mar 2026 07:00:00 GMT</lastBuildDate>
  <item>
    <guid isPermaLink="false">ferry-1</guid>
    <title>The ferry stops &amp; rests</title>
    <link>/ferry</link>
    <pubDate>Tue, 03 Mar 2026 05:30:00 GMT</pubDate>
    <description>It stops on Sunday.</description>
    <content:encoded><![CDATA[<p>It stops on Sunday, the operator said.</p>]]></content:encoded>
    <dc:creator>Ada Brook</dc:creator>
  </item>
  <item>
    <guid>https://courier.example/tram</guid>
    <title>The tram goes</title>
  </item>
</channel>
</rss>`

export const atom = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-gb">
  <title>Harrow Courier</title>
  <subtitle>News of the harbour</subtitle>
  <link rel="self" href="https://courier.example/atom.xml"/>
  <link rel="alternate" type="text/html" href="https://courier.example/"/>
  <updated>2026-03-03T07:00:00Z</updated>
  <author><name>Ada Brook</name></author>
  <entry>
    <id>ferry-1</id>
    <title type="html">The ferry stops &amp;amp; rests</title>
    <link href="/ferry"/>
    <published>2026-03-03T05:30:00Z</published>
    <updated>2026-03-03T06:30:00Z</updated>
    <summary>It stops on Sunday.</summary>
    <content type="html">&lt;p&gt;It stops on Sunday, the operator said.&lt;/p&gt;</content>
  </entry>
  <entry>
    <id>tram-1</id>
    <title>The tram goes</title>
    <link href="https://courier.example/tram"/>
    <updated>2026-03-03T06:30:00Z</updated>
    <author><name>Ben Hale</name></author>
  </entry>
</feed>`

export const rdf = `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel rdf:about="https://courier.example/">
    <title>Harrow Courier</title>
    <link>https://courier.example/</link>
    <description>News of the harbour</description>
    <dc:language>en-gb</dc:language>
    <dc:date>2026-03-03T06:00:00Z</dc:date>
  </channel>
  <item rdf:about="https://courier.example/ferry">
    <title>The ferry stops &amp; rests</title>
    <link>https://courier.example/ferry</link>
    <description>It stops on Sunday.</description>
    <dc:date>2026-03-03T05:30:00Z</dc:date>
    <dc:creator>Ada Brook</dc:creator>
  </item>
</rdf:RDF>`

export const jsonFeed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Harrow Courier',
  home_page_url: 'https://courier.example/',
  description: 'News of the harbour',
  language: 'en-gb',
  authors: [{ name: 'Ada Brook' }],
  items: [
    {
      id: 'ferry-1',
      title: 'The ferry stops & rests',
      url: '/ferry',
      date_published: '2026-03-03T05:30:00Z',
      summary: 'It stops on Sunday.',
      content_html: '<p>It stops on Sunday, the operator said.</p>',
    },
    { id: 'tram-1', content_text: 'The tram goes.', date_modified: '2026-03-03T06:30:00Z' },
  ],
})

export const opml = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>Morning reading</title></head>
  <body>
    <outline text="Harbour">
      <outline type="rss" text="Harrow Courier" xmlUrl="https://courier.example/feed"/>
      <outline type="rss" text="Tide &amp; Time" xmlUrl="https://tide.example/feed"/>
    </outline>
    <outline type="rss" text="Ledger" title="The Northern Ledger" xmlUrl="https://ledger.example/feed"/>
  </body>
</opml>`
