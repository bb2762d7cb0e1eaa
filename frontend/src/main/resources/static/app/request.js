/** Asks the server for JSON and turns whatever goes wrong into one kind of error. */

/** An answer that is not what was asked for, or no answer at all. */
export class RequestError extends Error {
  /**
   * @param {string} message a sentence for the reader
   * @param {{status?: number, problem?: Dateline.Problem, cause?: unknown}} [about]
   *     status 0 when there was no answer
   */
  constructor(message, { status = 0, problem, cause } = {}) {
    super(message, { cause });
    this.name = 'RequestError';
    this.status = status;
    this.problem = problem;
  }
}

/**
 * @param {string} url on this server
 * @param {{signal?: AbortSignal, fetch?: typeof globalThis.fetch}} [options]
 * @returns {Promise<any>} the parsed body
 * @throws {RequestError} for anything but a 2xx answer with JSON; an abort is thrown as it is
 */
export async function fetchJson(url, options = {}) {
  const { body } = await request(url, options);
  return body;
}

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {string | null} etag
 * @property {any} body the parsed JSON, null for an answer without content
 */

/**
 * @param {string} url on this server
 * @param {object} [options]
 * @param {string} [options.method]
 * @param {Record<string, string>} [options.headers]
 * @param {BodyInit} [options.body]
 * @param {AbortSignal} [options.signal]
 * @param {typeof globalThis.fetch} [options.fetch]
 * @returns {Promise<Answer>}
 * @throws {RequestError} for anything but a 2xx answer with JSON or without content; an abort is
 *     thrown as it is
 */
export async function request(url, { headers, fetch = globalThis.fetch, ...sent } = {}) {
  let response;
  try {
    response = await fetch(url, {
      ...sent,
      headers: { Accept: 'application/json, */*;q=0.5', ...headers },
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') {
      throw cause;
    }
    throw new RequestError('The server cannot be reached.', { cause });
  }
  const { status } = response;
  if (!response.ok) {
    const problem = await readProblem(response);
    const words = problem?.detail ?? problem?.title ?? 'The server answered with an error.';
    throw new RequestError(words, { status, problem });
  }
  const etag = response.headers.get('ETag');
  try {
    return { status, etag, body: status === 204 ? null : await response.json() };
  } catch (cause) {
    throw new RequestError('The server’s answer could not be read.', { status, cause });
  }
}

/**
 * @param {Response} response
 * @returns {Promise<Dateline.Problem | undefined>} RFC 9457, when the answer is one
 */
async function readProblem(response) {
  if (!response.headers.get('Content-Type')?.startsWith('application/problem+json')) {
    return undefined;
  }
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
