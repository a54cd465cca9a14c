/** What the server refuses, as RFC 9457 has it; `detail` is in the reader's language and says what to do next. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    /** A code of docs/ERRORS.md; `offline` where no answer came, `answer-unreadable` where it was none of ours. */
    readonly code: string,
    readonly detail: string,
    readonly title = '',
    /** The request that was refused. */
    readonly id?: string,
  ) {
    super(detail || title || code)
    this.name = 'ApiProblem'
  }

  /** No answer came at all. */
  get isOffline() {
    return this.code === 'offline'
  }

  /** What was asked may have been done, or not: it may only be asked again with the same id. */
  get isUnanswered() {
    return this.isOffline || this.status === 503
  }
}

export function isProblem(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const isJson = (response.headers.get('content-type') ?? '').includes('json')
  const body: unknown = isJson ? await response.json().catch(() => null) : null
  const { code, detail, title, id } = (body ?? {}) as Record<string, string | undefined>
  return new ApiProblem(response.status, code ?? 'answer-unreadable', detail ?? '', title ?? response.statusText, id)
}
