/** What the feed of the harness brings, one after the other. `hours` counts from the beginning of its first shift. */
export const FEED_ITEMS = [
  {
    hours: -2,
    title: 'Tarn opens a night market on the old tram depot',
    paragraphs: [
      'The town of Tarn will open a night market on the grounds of its old tram depot on Friday, the council said on Tuesday. Forty-two traders have rented a stall for the first season, which ends in October.',
      'The depot has stood empty since the last tram left it nine years ago. The council paid 640,000 crowns to have the rails covered and the roof of the great hall mended, and expects to earn the money back within four summers.',
      'Neighbours had feared noise until late. Music must therefore end at ten in the evening, and the market closes an hour later. Two guards will keep watch at each of the three gates, and a bus will leave for the suburbs every twenty minutes.',
      'Mayor Ines Calloway said that she wanted the depot to become the place where the town meets. Her predecessor had planned to sell the site to a builder of flats, a plan that failed in a vote by the council two winters ago.',
    ],
  },
  {
    hours: -1,
    title: 'Lighthouse at Cape Morrow gets its lamp back after restoration',
    paragraphs: [
      'The lighthouse at Cape Morrow has its lamp back after a restoration that took fourteen months, the coast guard said on Tuesday. The lens, made in 1887, weighs 2.3 tonnes and was carried up the tower in ninety pieces.',
      'Two glassmakers from Sundmark ground eleven of the pieces anew because salt had made them blind. They worked from drawings that a keeper had left in the tower, wrapped in sailcloth, in the year before the first war.',
      'The light reaches 21 nautical miles. While it was away, a lamp on a steel mast stood in for it, which fishermen had called too weak in fog. Three boats ran aground near the cape in that time, though nobody was hurt.',
      'The restoration cost 1.9 million crowns, of which a foundation in Holmstedt paid the half. The tower will be open to visitors on Sundays from May, in groups of no more than eight, because its stairs are narrow.',
    ],
  },
  {
    hours: 3.4,
    title: 'Sundmark library lends tools, and its readers come back',
    paragraphs: [
      'The public library of Sundmark has lent 5,300 tools since it began to do so a year ago, and has won back readers in doing it, its director said on Wednesday. The number of people with a card rose from 9,100 to 12,400.',
      'Drills are wanted most, followed by a machine that cleans carpets and a set of long ladders. Each may be kept for a week. Of all the tools lent, nineteen were broken and four never came back, which is fewer than among the books.',
      'Director Hollis Quade had the idea when a flood left many people with wet cellars and nothing to dry them with. The library bought thirty pumps then, and afterwards did not know where to put them.',
      'A carpenter shows beginners every Thursday how to use a saw without losing a finger. The course is full until the summer. Half of those who come for a tool, the library found, leave with a book as well.',
    ],
  },
  {
    hours: 3.4,
    title: 'Ellery Bridge could open to buses within a week, engineers say',
    paragraphs: [
      'One lane of the Ellery Bridge could be opened to buses within a week, the engineers who examine its cracked cable said on Wednesday. Lorries would have to wait until the cable has been replaced, which they expect to take until the end of June.',
      'The port authority closed the bridge on Tuesday after inspectors had found three cracks in one of its two main cables. A second inspection with ultrasound has found no more of them, chief engineer Tomas Ridley said.',
      'Buses weigh 18 tonnes at most. Together with a distance of sixty metres between them, that would put a tenth of the usual load on the cable. Sensors at forty places are to measure whether it stretches.',
      'The authority has ordered a new cable from a works in Holmstedt, which needs eight weeks to spin it. The price has not been settled; an earlier cable of the same length had cost 7.4 million crowns.',
    ],
  },
  {
    hours: 25.7,
    title: 'Astronomers at Tarn find a comet that comes every 76 decades',
    paragraphs: [
      'Astronomers at the University of Tarn have found a comet that needs about 760 years for one turn around the sun, the university said on Friday. It was last near the earth when the cathedral of Holmstedt was being built.',
      'Student Wilma Okafor noticed a faint spot on pictures that a small telescope on Mount Brede had taken in five nights of January. Three other observatories have since confirmed it. The comet bears her name.',
      'It will be brightest in the second half of August and can then be seen without a telescope, low in the north-west, for an hour after sunset. Its tail is expected to be as long as six full moons side by side.',
      'A monk of Oberlin had described a star with a broom in a chronicle, which fits the time of its last visit within two years. Historians of the university are now looking for other chronicles of the same years.',
    ],
  },
  {
    hours: 72.2,
    title: 'Oberlin votes for a dyke that gives the river more room',
    paragraphs: [
      'The council of Oberlin voted on Friday to build the dyke that broke on Monday anew, two hundred metres farther from the river. Eighteen members were in favour and five against.',
      'The Vessen gets 34 hectares of meadows by it, which may be under water for some weeks in spring. Nine farmers lose land and are to be given fields of the state in return, a third larger than their own.',
      'Building is to begin in May and to end before the snow. The regional water office puts the cost at 26 million crowns, 11 million more than mending the old dyke would have cost. The capital pays four fifths.',
      'Fire chief Marta Kestrel had urged the council to decide quickly. She said that the river had broken through at the same place in 1954, and that a dyke too close to the water would not hold the next time either.',
    ],
  },
] as const
