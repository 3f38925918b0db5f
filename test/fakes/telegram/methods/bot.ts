import { method } from '../method.ts'

export const getMe = method({}, ({ world }) => ({
  ...world.bot,
  can_join_groups: true,
  can_read_all_group_messages: world.seesAllGroupMessages,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: world.hasTopicsInPrivate,
  allows_users_to_create_topics: world.hasTopicsInPrivate,
  can_manage_bots: false,
  supports_join_request_queries: false,
}))
