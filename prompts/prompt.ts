// The file of a prompt: what is always said under `# System`, then under `# Request` what is asked this time, with
// {{placeholders}}. The system part has none, so that it is the same for every request and a server need not read it again.

export interface Prompt {
  readonly system: string
  readonly request: string
  readonly data: readonly string[]
  readonly version: string
}

export interface PromptInputs {
  readonly values: readonly string[]
  readonly data: readonly string[]
}

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g
const MAX_VALUE = 200

/** A prompt, or everything that is wrong with the text, each in words that follow the name of its file. */
export function parsePrompt(
  text: string,
  inputs: PromptInputs,
): Omit<Prompt, 'version'> | { readonly problems: readonly string[] } {
  const [, system, request] = /^# System\n(.*?)^# Request\n(.*)$/ms.exec(text.replaceAll('\r\n', '\n')) ?? []
  if (!system?.trim() || !request?.trim()) {
    return {
      problems: ['must have a part "# System" and after it a part "# Request", both with words in them'],
    }
  }
  const problems = [...placeholdersOf(system).map(inSystem), ...placeholderProblems(request, inputs)]
  if (problems.length > 0) return { problems }
  return { system: system.trim(), request: request.trim(), data: inputs.data }
}

function placeholderProblems(request: string, { values, data }: PromptInputs): readonly string[] {
  const known = [...values, ...data]
  const used = placeholdersOf(request)
  const list = known.map((name) => `{{${name}}}`).join(', ')
  return [
    ...new Set(
      used
        .filter((name) => !known.includes(name))
        .map((name) => `uses {{${name}}}, which it is not given; it is given ${list}`),
    ),
    ...known
      .filter((name) => !used.includes(name))
      .map((name) => `does not use {{${name}}}, so the model would never see it`),
    ...data
      .filter((name) => used.includes(name) && !new RegExp(`^\\{\\{${name}\\}\\}$`, 'm').test(request))
      .map(
        (name) => `must have {{${name}}} on a line of its own, since it is text from outside and is fenced`,
      ),
    ...data
      .filter((name) => used.filter((one) => one === name).length > 1)
      .map((name) => `uses {{${name}}} more than once`),
  ]
}

function inSystem(name: string): string {
  return `uses {{${name}}} under "# System", which is the same for every request; it belongs under "# Request"`
}

function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name)
}

/** Placeholders are filled in one pass, so that nothing in a value is taken for one. */
export function renderPrompt(
  { system, request, data }: Pick<Prompt, 'system' | 'request' | 'data'>,
  values: Readonly<Record<string, string>>,
  fence: string,
): { readonly system: string; readonly user: string } {
  const user = request.replace(PLACEHOLDER, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`the prompt was not given {{${name}}}`)
    return data.includes(name) ? fenced(name, value, fence) : inLine(name, value)
  })
  return { system, user }
}

function fenced(name: string, value: string, fence: string): string {
  return `<<${name}:${fence}>>\n${value || '(none)'}\n<</${name}:${fence}>>`
}

/** What stands in a line is ours; a value that could be anything else is not let in. */
function inLine(name: string, value: string): string {
  if (value.length > MAX_VALUE || /[\r\n\u2028\u2029<>{}]/.test(value)) {
    throw new Error(`the value of {{${name}}} is no short line`)
  }
  return value
}
