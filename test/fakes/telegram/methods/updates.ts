import { z } from 'zod'
import { ApiError, badRequest } from '../api-error.ts'
import { method } from '../method.ts'
import { checkWebhookUrl } from '../webhook.ts'

const kinds = z.array(z.string()).exactOptional()

export const getUpdates = method(
  {
    offset: z.int().exactOptional(),
    limit: z.int().min(1).max(100).exactOptional(),
    timeout: z.int().min(0).exactOptional(),
    allowed_updates: kinds,
  },
  ({ polls, webhook, signal }, params) => {
    if (webhook.info().url) {
      const text =
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
      throw new ApiError(409, text)
    }
    return polls.poll(params, signal)
  },
)

export const setWebhook = method(
  {
    url: z.string(),
    max_connections: z.int().min(1).max(100).exactOptional(),
    allowed_updates: kinds,
    drop_pending_updates: z.boolean().exactOptional(),
    secret_token: z.string().exactOptional(),
    ip_address: z.string().exactOptional(),
  },
  ({ world, webhook }, params) => {
    if (params.secret_token !== undefined && !/^[\w-]{1,256}$/.test(params.secret_token)) {
      throw badRequest('secret token contains unallowed characters')
    }
    if (params.url) checkWebhookUrl(params.url)
    world.updates.allow(params.allowed_updates)
    if (params.drop_pending_updates) world.updates.keepLast(0)
    webhook.set(params.url, params.secret_token)
    return true
  },
)

export const deleteWebhook = method(
  { drop_pending_updates: z.boolean().exactOptional() },
  ({ world, webhook }, params) => {
    if (params.drop_pending_updates) world.updates.keepLast(0)
    webhook.set('', undefined)
    return true
  },
)

export const getWebhookInfo = method({}, ({ world, webhook }) => ({
  ...webhook.info(),
  has_custom_certificate: false,
  pending_update_count: world.updates.pending().length,
  ...(world.updates.allowed() && { allowed_updates: world.updates.allowed() }),
}))
