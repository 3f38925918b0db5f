// A refusal as Discord words it: a number of its own, a sentence, and for forms where they are wrong.

export class ApiError extends Error {
  readonly status: number
  readonly code: number
  readonly errors: unknown

  constructor(status: number, code: number, message: string, errors?: unknown) {
    super(message)
    this.status = status
    this.code = code
    this.errors = errors
  }
}

/** `path` is written with dots. */
export function invalidForm(path: string, message: string): ApiError {
  return new ApiError(400, 50_035, 'Invalid Form Body', {
    [path]: { _errors: [{ code: 'BASE_TYPE', message }] },
  })
}

export const refusals = {
  unknownChannel: () => new ApiError(404, 10_003, 'Unknown Channel'),
  unknownGuild: () => new ApiError(404, 10_004, 'Unknown Guild'),
  unknownMember: () => new ApiError(404, 10_007, 'Unknown Member'),
  unknownMessage: () => new ApiError(404, 10_008, 'Unknown Message'),
  unknownUser: () => new ApiError(404, 10_013, 'Unknown User'),
  unknownWebhook: () => new ApiError(404, 10_015, 'Unknown Webhook'),
  unknownInteraction: () => new ApiError(404, 10_062, 'Unknown interaction'),
  alreadyAcknowledged: () => new ApiError(400, 40_060, 'Interaction has already been acknowledged.'),
  alreadyCrossposted: () => new ApiError(400, 40_033, 'This message has already been crossposted'),
  forum: () =>
    new ApiError(
      400,
      40_058,
      'Cannot message this thread until after the post author has sent an initial message.',
    ),
  tagRequired: () => new ApiError(400, 40_067, 'A tag is required to create a forum post in this channel'),
  followUpCap: () =>
    new ApiError(400, 40_094, 'This interaction has reached the maximum number of follow-up messages'),
  missingAccess: () => new ApiError(403, 50_001, 'Missing Access'),
  notOurs: () => new ApiError(403, 50_005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new ApiError(400, 50_006, 'Cannot send an empty message'),
  cannotDm: () => new ApiError(403, 50_007, 'Cannot send messages to this user'),
  missingPermissions: () => new ApiError(403, 50_013, 'Missing Permissions'),
  wrongType: () => new ApiError(400, 50_024, 'Cannot execute action on this channel type'),
  invalidWebhookToken: () => new ApiError(401, 50_027, 'Invalid Webhook Token'),
  archived: () => new ApiError(400, 50_083, 'Thread is archived'),
  threadExists: () => new ApiError(400, 160_004, 'A thread has already been created for this message'),
  locked: () => new ApiError(400, 160_005, 'Thread is locked'),
  unauthorized: () => new ApiError(401, 0, '401: Unauthorized'),
  notFound: () => new ApiError(404, 0, '404: Not Found'),
} as const
