// A point as a model wrote it, before anybody believes it.

export interface Draft {
  /** Numbers of the request's sentences; whatever the model gave. */
  readonly cites: readonly number[]
  readonly text: string
  /** Across languages, what in the text stands for what in the cited sentences. */
  readonly anchors?: readonly Anchor[]
}

export interface Anchor {
  readonly src: string
  readonly dst: string
}
