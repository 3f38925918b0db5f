// The shapes of the replies that the prompts ask for. Servers that enforce shapes take strict ones: every field required, none
// other, no limits on length or value. Citations come before the text, so that evidence is chosen before words.

import { z } from 'zod'

/** A number that the prompt gave to a sentence. */
const cites = z.array(z.int().meta({ isSentence: true }))
/** A figure, date, name or quote as it stands in the source, and as it stands in the text. */
const anchors = z.array(z.strictObject({ src: z.string(), dst: z.string() }))
const certainty = z.enum(['reported', 'alleged', 'planned', 'disputed'])
const headline = z.strictObject({ cites, text: z.string() })

/** The headline comes last, so that it sums up what was written. */
export const briefReply = z.strictObject({
  ok: z.boolean(),
  points: z.array(z.strictObject({ cites, certainty, text: z.string() })),
  headline,
})

/** A brief in another language than its sources. */
export const anchoredBriefReply = z.strictObject({
  ok: z.boolean(),
  points: z.array(z.strictObject({ cites, certainty, anchors, text: z.string() })),
  headline: z.strictObject({ cites, anchors, text: z.string() }),
})

const answerable = z.enum(['yes', 'partly', 'no'])

export const answerReply = z.strictObject({
  answerable,
  points: z.array(z.strictObject({ cites, text: z.string() })),
  missing: z.string(),
})

export const anchoredAnswerReply = z.strictObject({
  answerable,
  points: z.array(z.strictObject({ cites, anchors, text: z.string() })),
  missing: z.string(),
})

/** Evidence and problem before the label. */
export const judgeReply = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.int(),
      evidence: z.array(z.int()),
      problem: z.string(),
      label: z.enum(['supported', 'partly', 'unsupported', 'contradicted']),
    }),
  ),
})

export const repairReply = z.strictObject({
  items: z.array(z.strictObject({ id: z.int(), cites, text: z.string(), drop: z.boolean() })),
})

export const queryReply = z.strictObject({
  standalone: z.string(),
  subqueries: z.array(z.string()),
  needs_clarification: z.boolean(),
})

export const translationReply = z.strictObject({
  items: z.array(z.strictObject({ id: z.int(), anchors, text: z.string() })),
})
