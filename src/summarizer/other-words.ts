// Words of which a sentence has one or the other: opposites that are rarer than those of a point's checks, and words of one
// kind. They only lower the score of a claim, and only where its source has the other word and never this one.

import { stem } from '../text/tokens.ts'
import { oppositesIn } from './meaning-words.ts'

const PAIRS: Readonly<Record<string, string>> = {
  en: `good:bad better:worse best:worst happy:sad hard:soft dark:light heavy:light full:empty clean:dirty wet:dry thick:thin
wide:narrow deep:shallow near:far inner:outer upper:lower front:back top:bottom entrance:exit arrival:departure demand:supply
push:pull lock:unlock create:destroy build:demolish build:destroy build:dismantle
protect:endanger protect:attack save:waste save:spend spend:earn employ:dismiss promote:demote like:dislike trust:distrust
keep:remove add:remove install:remove insert:remove accept:decline allow:prohibit permit:prohibit permit:forbid
voluntary:mandatory optional:mandatory voluntary:compulsory voluntary:forced optional:compulsory arrest:release jailed:freed
charged:cleared present:absent past:future previous:next previous:following former:current current:previous
ancient:modern natural:artificial real:fake true:false right:wrong correct:incorrect possible:impossible necessary:unnecessary
known:unknown popular:unpopular common:rare frequent:rare usual:unusual normal:abnormal formal:informal official:unofficial
personal:public domestic:foreign national:international local:global urban:rural indoor:outdoor
internal:external direct:indirect active:passive active:inactive calm:angry brave:cowardly careful:careless generous:stingy
honest:dishonest kind:cruel polite:rude proud:ashamed quiet:loud quiet:noisy simple:complex simple:complicated single:married
similar:different same:different smooth:rough sweet:bitter tall:short tight:loose visible:invisible wild:tame healthy:sick
healthy:ill peace:war peaceful:violent peace:conflict winner:loser majority:minority presence:absence strength:weakness
advantage:disadvantage benefit:harm reward:punishment hope:despair joy:sorrow wealth:poverty truth:lie freedom:captivity
growth:decline rise:decline increase:decline grow:decline increase:drop rise:drop jump:drop soar:plunge surge:plunge
improve:deteriorate accelerate:delay hasten:delay advance:delay continue:stop continue:end resume:halt resume:suspend
start:finish begin:finish unite:divide merge:split connect:disconnect appear:disappear appear:vanish exceed:miss beat:miss surpass:miss optimism:pessimism confidence:doubt despite:because surplus:shortage
abundant:scarce sufficient:insufficient adequate:inadequate expensive:affordable free:paid invade:withdraw deploy:withdraw
 escape:capture hidden:exposed conceal:reveal conceal:expose conceal:disclose hide:show
hide:expose secretly:openly consumer:producer buyer:seller customer:supplier landlord:tenant parent:child child:adult host:guest
doctor:patient victim:attacker liberal:conservative tighten:loosen tighten:ease lift:impose remove:impose impose:repeal
significant:slight significantly:slightly substantial:modest substantial:minimal substantially:slightly fully:partly
rapidly:slowly rapidly:gradually quickly:slowly always:never always:rarely often:rarely often:never gross:net gain:loss
effective:ineffective efficient:inefficient complete:incomplete consistent:inconsistent dependent:independent equal:unequal
fair:unfair favourable:unfavourable favorable:unfavorable certain:uncertain comfortable:uncomfortable conscious:unconscious
expected:unexpected limited:unlimited predictable:unpredictable reliable:unreliable satisfied:dissatisfied stable:unstable
successful:unsuccessful willing:unwilling harmed:unharmed armed:unarmed manned:unmanned
mature:immature moral:immoral perfect:imperfect relevant:irrelevant regular:irregular responsible:irresponsible
understand:misunderstand underestimate:overestimate support:undermine allow:prevent help:hinder
help:harm cause:prevent encourage:deter attract:deter embrace:shun embrace:reject he:she his:her him:her himself:herself
mr:mrs mr:ms king:queen prince:princess nephew:niece widow:widower`,
}

const KINDS: Readonly<Record<string, string>> = {
  en: `second/minute/hour/day/week/month/quarter/year/decade/century/weekend
january/february/march/april/may/june/july/august/september/october/november/december
monday/tuesday/wednesday/thursday/friday/saturday/sunday
newspaper/magazine/film/book/song/album/documentary/novel/radio/television
school/university/hospital/prison/church/mosque/synagogue/hotel/restaurant/airport/museum/library/factory/bank/stadium/supermarket/theatre
flood/fire/earthquake/explosion/collapse/storm/hurricane/tornado/drought/landslide/avalanche/eruption/heatwave/tsunami
murder/robbery/fraud/theft/arson/kidnapping/rape/bribery/smuggling/espionage/burglary/treason/perjury
president/minister/mayor/governor/senator/ambassador/judge/prosecutor/chancellor/bishop/general/admiral/sheriff/treasurer
doctor/nurse/teacher/engineer/farmer/soldier/sailor/pilot/chef/artist/singer/actor/writer/journalist/scientist/architect/dentist/plumber/electrician
dog/cat/horse/cow/pig/sheep/goat/rabbit/lion/tiger/elephant/bear/wolf/fox/monkey/snake
eagle/duck/goose/owl/chicken/turkey/swan/parrot/penguin
apple/orange/banana/pear/cherry/grape/lemon/strawberry/peach
beer/wine/whisky/tea/coffee/juice/milk/vodka/lemonade
beef/pork/chicken/lamb/fish wheat/corn/rice/barley/soy/oats/cotton
arm/leg/head/chest/stomach/neck/shoulder/knee/ankle/hand/foot heart/lung/liver/kidney/brain
steel/iron/wood/plastic/glass/concrete/aluminium/paper
car/bus/train/lorry/truck/ship/boat/plane/helicopter/bicycle/motorcycle/tram/van
golf/football/cricket/tennis/rugby/basketball/hockey/baseball/swimming/boxing/cycling
law/medicine/physics/chemistry/biology/mathematics/history/economics/geography/philosophy
phone/laptop/tablet/camera/television/printer/watch
kitchen/bedroom/bathroom/garage/garden/basement/attic
oil/gas/coal/nuclear/solar/hydrogen army/navy/police federal/provincial/municipal/regional
christian/muslim/jewish/hindu/buddhist/catholic/protestant/sikh
profit/revenue/debt/tax/dividend/cost
rain/snow/hail/fog shirt/jacket/trousers/dress/coat/hat/shoes
piano/guitar/violin/drums/trumpet/flute son/daughter/cousin/uncle/aunt/nephew/niece
sea/lake/river/mountain/desert/forest/valley
cancer/diabetes/malaria/measles/influenza/asthma/dementia/pneumonia
gun/knife/bomb/sword/rifle/pistol annual/monthly/weekly/daily/quarterly yearly/monthly/weekly/daily/quarterly
single/double/triple/quadruple
red/blue/green/yellow/white/black/orange/purple/pink/brown/grey`,
}

const tables = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>()

/** Stems of a language, each with the stems of its opposites and of the other words of its kind. */
export function otherWordsIn(language: string): ReadonlyMap<string, ReadonlySet<string>> {
  const code = language.slice(0, 2)
  const known = tables.get(code)
  if (known) return known
  const table = new Map([...oppositesIn(code)].map(([word, others]) => [word, new Set(others)] as const))
  const add = (one: string, other: string) => table.set(one, (table.get(one) ?? new Set()).add(other))
  const lists = [...(PAIRS[code]?.split(/\s+/) ?? []), ...(KINDS[code]?.split(/\s+/) ?? [])]
  for (const list of lists) {
    const stems = [...new Set(list.split(/[:/]/).map((word) => stem(word, code)))]
    for (const one of stems) for (const other of stems) if (one !== other) add(one, other)
  }
  tables.set(code, table)
  return table
}
