// The shapes that go over the wire, as far as this server knows them.

export interface WireUser {
  readonly id: string
  readonly username: string
  readonly discriminator: '0'
  readonly avatar: null
  readonly bot?: boolean
}

export interface WireComponent {
  readonly type: number
  readonly custom_id?: string
  readonly label?: string
  readonly content?: string
  readonly url?: string
  readonly style?: number
  readonly components?: readonly WireComponent[]
  readonly component?: WireComponent
  readonly accessory?: WireComponent
  readonly [key: string]: unknown
}

export interface WireEmbed {
  readonly title?: string
  readonly description?: string
  readonly [key: string]: unknown
}

export interface WireMessage {
  readonly id: string
  readonly channel_id: string
  readonly author: WireUser
  content: string
  embeds: readonly WireEmbed[]
  components: readonly WireComponent[]
  flags: number
  readonly timestamp: string
  edited_timestamp: string | null
  readonly mentions: readonly WireUser[]
  readonly mention_roles: readonly string[]
  readonly mention_everyone: boolean
  readonly attachments: readonly never[]
  readonly tts: false
  readonly pinned: false
  readonly type: number
  readonly nonce?: string
  readonly message_reference?: { readonly message_id: string; readonly channel_id: string }
  readonly interaction_metadata?: {
    readonly id: string
    readonly type: number
    readonly user: WireUser
    readonly authorizing_integration_owners: Readonly<Record<string, string>>
  }
  readonly webhook_id?: string
}

export interface Overwrite {
  readonly id: string
  /** 0 a role, 1 a member. */
  readonly type: 0 | 1
  readonly allow: string
  readonly deny: string
}

export interface WireRole {
  readonly id: string
  readonly name: string
  permissions: string
  readonly position: number
  readonly color: 0
  readonly hoist: false
  readonly managed: false
  readonly mentionable: false
  readonly flags: 0
}

export const FLAG = {
  crossposted: 1,
  suppressEmbeds: 4,
  ephemeral: 64,
  loading: 128,
  silent: 4_096,
  cards: 32_768,
} as const
export const CHANNEL = { text: 0, dm: 1, announcement: 5, thread: 11, forum: 15 } as const
