import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';
import type { LetterCounts, Page, ResidentProblem } from '../api/contract.js';
import { useMay, useMe } from '../session/session.js';

/** The letters that wait for this role: the clerk checks, the head approves, who only asks for letters mends what came back. */
export function myStatuses(may: (permission: string) => boolean): ('requested' | 'returned' | 'verified')[] {
  if (may('letter.verify')) return ['requested', 'returned'];
  if (may('letter.approve')) return ['verified'];
  return may('letter.request') ? ['returned'] : [];
}

export const letterCounts = { queryKey: ['letters', 'counts'], queryFn: () => api.get<LetterCounts>('/letters/counts') } as const;
export const residentProblems = { queryKey: ['residents', 'problems'], queryFn: () => api.get<Page<ResidentProblem>>('/residents/problems') } as const;

/** Numbers behind the navigation, renewed every half minute. */
export function useWaiting(): { letters: number; problems: number } {
  const me = useMe();
  const may = useMay();
  const inVillage = me.unit.kind !== 'regency';
  const letters = useQuery({ ...letterCounts, enabled: inVillage && (may('letter.read') || may('letter.request')), refetchInterval: 30_000 });
  const problems = useQuery({ ...residentProblems, enabled: inVillage && may('resident.read'), staleTime: 60_000 });
  return {
    letters: myStatuses(may).reduce((sum, status) => sum + (letters.data?.[status] ?? 0), 0),
    problems: (problems.data?.items ?? []).reduce((sum, problem) => sum + problem.count, 0),
  };
}
