import { expect, test } from 'vitest'
import { withReplyCache } from '../../src/model/reply-cache.ts'
import { good, prompt, reply } from '../adapters/openai/model-app.ts'
import { paidModel } from './paid-model.ts'

test('the same question is asked once, and its cost is paid once', async () => {
  await using paid = await paidModel()
  const cached = withReplyCache(paid.model)
  paid.app.server.script({ says: good })
  const first = await paid.app.ask({}, undefined, cached)
  const second = await paid.app.ask({}, undefined, cached)
  expect(second).toMatchObject({
    value: first.value,
    model: first.model,
    usage: { input: 0, output: 0 },
    nanoUsd: 0,
  })
  expect(await paid.store.modelCosts({ since: 0, by: 'purpose' })).toMatchObject([{ calls: 1 }])
})

test('another question is asked, and so is the judge about it', async () => {
  await using paid = await paidModel()
  const cached = withReplyCache(paid.model)
  paid.app.server.script({ says: good }, { says: good }, { says: good })
  await paid.app.ask({}, undefined, cached)
  await paid.app.ask({ prompt: { ...prompt, key: 'another' } }, undefined, cached)
  await paid.app.ask(
    { schema: reply.extend({ text: reply.shape.text.min(1) }), prompt: { ...prompt, key: 'third' } },
    undefined,
    cached,
  )
  expect(paid.app.server.asked).toHaveLength(3)
})

test('what failed is asked again', async () => {
  await using paid = await paidModel()
  const cached = withReplyCache(paid.model)
  paid.app.server.script({ says: 'no JSON' }, { says: good })
  await expect(paid.app.ask({}, undefined, cached)).rejects.toThrow('not of the form')
  expect((await paid.app.ask({}, undefined, cached)).value).toEqual(good)
})
