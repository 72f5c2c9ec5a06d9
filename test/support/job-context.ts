import type { JobContext } from '#platform';

/** What a verb run as a job is given, for calling it directly; progress is kept to be looked at. */
export function jobContext(parts: Partial<Pick<JobContext, 'signal' | 'cancelled' | 'attempt' | 'lastAttempt'>> = {}): JobContext & { readonly seen: { done: number; total: number | null; note: string | undefined }[] } {
  const seen: { done: number; total: number | null; note: string | undefined }[] = [];
  return {
    seen,
    progress: (done, total, note) => void seen.push({ done, total, note }),
    result: () => undefined,
    signal: new AbortController().signal,
    cancelled: false,
    attempt: 1,
    lastAttempt: false,
    ...parts,
  };
}
