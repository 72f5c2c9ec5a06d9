import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.js';
import type { ImportRun, Page, TaxListPart } from '../api/contract.js';
import { isLooking, isWorking } from '../list-import/import-states.js';
import { TAX_LIST } from '../list-import/import-kinds.js';

/** The API's longest page. */
const PAGE = 100;

/** All parts of a list: some four hundred villages at most, and their sums stand below them. */
export const partsOf = (id: string, run: ImportRun | undefined) => queryOptions({
  // What a part says changes with the run's state, so each state has its own.
  queryKey: ['imports', id, 'parts', run?.state, run !== undefined && isLooking(run)],
  queryFn: async ({ signal }) => {
    const parts: TaxListPart[] = [];
    for (let after: string | null = null; ;) {
      const page: Page<TaxListPart> = await api.get(`${TAX_LIST.path}/${id}/parts`, { query: { limit: PAGE, after }, signal });
      parts.push(...page.items);
      if (page.next === null) return parts;
      after = page.next;
    }
  },
  enabled: run?.counts != null,
  refetchInterval: () => (run && (isWorking(run.state) || isLooking(run)) ? 3_000 : false),
});
