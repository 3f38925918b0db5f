/** A value as a column keeps it; null for what is absent. */
export function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value)
}

/** What a column kept, as the type it was stored from. */
export function fromJson<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T)
}
