import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.js';
import type { ApplicantPaper, Letter, LetterType, Official, Page } from '../api/contract.js';
import { addDays, addMonths, type PlainDate } from '#values';
import { longDate } from '../parts/words.js';

export const letterTypes = queryOptions({ queryKey: ['letter-types'], queryFn: () => api.get<Pick<Page<LetterType>, 'items'>>('/letter-types'), staleTime: 600_000 });
export const officialsOf = queryOptions({ queryKey: ['officials'], queryFn: () => api.get<Pick<Page<Official>, 'items'>>('/officials'), staleTime: 300_000 });

/** What a letter about this resident takes from the register; asked anew for each form, so that a correction shows. */
export const applicantPaper = (residentId: string) => queryOptions({
  queryKey: ['residents', 'paper', residentId],
  queryFn: ({ signal }) => api.get<ApplicantPaper>(`/letters/applicants/${residentId}`, { signal }),
  gcTime: 0,
});

/** A letter; while it is being typeset it is asked for again until the paper is there. */
export const letterOf = (id: string) => queryOptions({
  queryKey: ['letters', 'one', id],
  queryFn: ({ signal }) => api.get<Letter>(`/letters/${id}`, { signal }),
  refetchInterval: (query) => (query.state.data?.status === 'approved' ? 1_500 : false),
});

export interface SignatoryChoice { value: string; label: string }

/** Who may sign this type today: the head, and where the type allows it others on the head's behalf (a.n.). */
export function signatoryChoices(type: LetterType, officials: readonly Official[], day: PlainDate): SignatoryChoice[] {
  const delegates = type.signatories.some((who) => who !== 'head');
  return officials
    .filter((official) => official.maySign && official.startedOn <= day && (official.endedOn === null || official.endedOn >= day))
    .filter((official) => official.position === 'head' || delegates)
    .toSorted((a, b) => Number(b.position === 'head') - Number(a.position === 'head'))
    .map((official) => {
      const post = [official.acting, official.positionName].filter(Boolean).join(' ');
      return official.position === 'head'
        ? { value: `${official.id}|head`, label: `${post}, ${official.name}` }
        : { value: `${official.id}|on-behalf`, label: `${post}, ${official.name} (a.n.)` };
    });
}

/** `3 bulan, s.d. 24 Februari 2027`: what the letter will say if it is approved on that day. */
export function validityWords(validity: LetterType['validity'], from: PlainDate): string {
  if (!validity) return 'tanpa batas waktu';
  const { amount, unit } = validity;
  const isMonths = unit.startsWith('month');
  const isYears = unit.startsWith('year');
  const until = isMonths || isYears ? addMonths(from, isYears ? amount * 12 : amount) : addDays(from, amount);
  return `${amount} ${isMonths ? 'bulan' : isYears ? 'tahun' : 'hari'}, sampai ${longDate(until)}`;
}
