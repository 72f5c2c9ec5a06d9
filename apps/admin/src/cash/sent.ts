import { Problem } from '../api/problem.js';

/** A request as it left this computer, with its key: sent again it does the work no second time. */
export interface Sent<T> { readonly key: string; readonly body: T }

/** Whether the server has said no; silence and faults of its own leave open whether the work was done. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Problem && error.status < 500 && error.status !== 408 && error.status !== 429;
}
