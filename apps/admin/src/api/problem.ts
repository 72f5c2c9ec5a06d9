import type { FieldProblem, ProblemBody } from './contract.js';

/** An answer of the API that is not a success, in words for the person (`message`) and for the code (`code`). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: FieldProblem[];
  /** Quoted to the help desk; identifies the request in the log, nothing about a person. */
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;

  constructor(body: ProblemBody, requestId: string | null = null, retryAfterSeconds: number | null = null) {
    super(body.detail ?? OUR_FAULT);
    this.name = 'Problem';
    this.status = body.status;
    this.code = body.code ?? 'UNKNOWN';
    this.fields = body.errors ?? [];
    this.requestId = requestId;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The request never reached the server, or the answer never reached us. */
export class Unreachable extends Error {
  constructor() {
    super('Sambungan terputus. Isian Anda tetap ada; coba lagi setelah tersambung.');
    this.name = 'Unreachable';
  }
}

const OUR_FAULT = 'Maaf, ada gangguan di sistem kami. Data Anda tetap tersimpan. Coba lagi.';

export async function problemOf(response: Response): Promise<Problem> {
  const requestId = response.headers.get('x-request-id');
  const retryAfter = Number(response.headers.get('retry-after')) || null;
  try {
    const body = (await response.json()) as ProblemBody;
    const detail = response.status >= 500 ? OUR_FAULT : body.detail;
    return new Problem({ ...body, status: response.status, ...(detail ? { detail } : {}) }, requestId, retryAfter);
  } catch {
    // A proxy answers with a page of its own.
    return new Problem({ status: response.status, code: `HTTP_${response.status}`, detail: OUR_FAULT }, requestId, retryAfter);
  }
}

/** The sentence to show for anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Problem || error instanceof Unreachable ? error.message : OUR_FAULT;
}
