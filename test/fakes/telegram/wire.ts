// The objects of the Bot API, as far as this server speaks of them, with the names they have on the wire.

export interface WireUser {
  readonly id: number
  readonly is_bot: boolean
  readonly first_name: string
  readonly username?: string
  readonly language_code?: string
}

export type ChatType = 'private' | 'group' | 'supergroup' | 'channel'

export interface WireChat {
  readonly id: number
  readonly type: ChatType
  readonly title?: string
  readonly first_name?: string
  readonly username?: string
  readonly is_forum?: true
}

export interface WireEntity {
  readonly type: string
  readonly offset: number
  readonly length: number
  readonly url?: string
  readonly language?: string
  readonly custom_emoji_id?: string
  readonly user?: WireUser
}

export interface WireButton {
  readonly text: string
  readonly url?: string
  readonly callback_data?: string
  readonly [field: string]: unknown
}

export interface WireMarkup {
  readonly inline_keyboard?: readonly (readonly WireButton[])[]
  readonly [field: string]: unknown
}

export interface WireMessage {
  readonly message_id: number
  readonly message_thread_id?: number
  readonly is_topic_message?: true
  readonly date: number
  readonly edit_date?: number
  readonly chat: WireChat
  readonly from?: WireUser
  readonly sender_chat?: WireChat
  readonly is_automatic_forward?: true
  readonly forward_origin?: {
    readonly type: 'channel'
    readonly chat: WireChat
    readonly message_id: number
    readonly date: number
  }
  readonly reply_to_message?: WireMessage
  readonly text?: string
  readonly entities?: readonly WireEntity[]
  readonly photo?: readonly {
    readonly file_id: string
    readonly file_unique_id: string
    readonly width: number
    readonly height: number
  }[]
  readonly caption?: string
  readonly caption_entities?: readonly WireEntity[]
  readonly link_preview_options?: unknown
  readonly rich_message?: { readonly html: string }
  readonly reply_markup?: WireMarkup
  readonly ephemeral_message_id?: number
  readonly migrate_to_chat_id?: number
  readonly migrate_from_chat_id?: number
  readonly new_chat_title?: string
  readonly new_chat_members?: readonly WireUser[]
  readonly left_chat_member?: WireUser
  readonly forum_topic_created?: { readonly name: string; readonly icon_color: number }
  readonly forum_topic_closed?: Readonly<Record<string, never>>
  readonly forum_topic_reopened?: Readonly<Record<string, never>>
}

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked'

export interface Rights {
  readonly can_post_messages?: boolean
  readonly can_edit_messages?: boolean
  readonly can_delete_messages?: boolean
  readonly can_pin_messages?: boolean
  readonly can_manage_topics?: boolean
  readonly can_change_info?: boolean
  readonly can_invite_users?: boolean
  readonly can_restrict_members?: boolean
  readonly can_promote_members?: boolean
  readonly can_manage_chat?: boolean
  readonly can_send_messages?: boolean
  readonly is_member?: boolean
}

export interface WireMember extends Rights {
  readonly user: WireUser
  readonly status: MemberStatus
  readonly until_date?: number
}

export interface WireCallback {
  readonly id: string
  readonly from: WireUser
  readonly chat_instance: string
  readonly data: string
  readonly message: WireMessage
}

export interface WireMembership {
  readonly chat: WireChat
  readonly from: WireUser
  readonly date: number
  readonly old_chat_member: WireMember
  readonly new_chat_member: WireMember
}

/** What an update brings; it carries one of these beside its id. */
export interface UpdateBody {
  readonly message?: WireMessage
  readonly edited_message?: WireMessage
  readonly channel_post?: WireMessage
  readonly edited_channel_post?: WireMessage
  readonly callback_query?: WireCallback
  readonly my_chat_member?: WireMembership
  readonly chat_member?: WireMembership
  readonly stopped_message_generation?: {
    readonly chat: WireChat
    readonly message_thread_id?: number
    readonly draft_id: number
  }
}

export interface WireUpdate extends UpdateBody {
  readonly update_id: number
}
