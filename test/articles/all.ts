/** Everything an async source gives, in order. */
export async function all<T>(source: AsyncIterable<T>): Promise<readonly T[]> {
  const values: T[] = []
  for await (const value of source) values.push(value)
  return values
}
