import type { ResidentProblem } from '../api/contract.js';
import { LinkButton } from '../parts/link-button.js';
import { count } from '../parts/words.js';
import { useMay } from '../session/session.js';

/** Where one goes to mend each kind; a kind without a list has no button. */
const WAYS: Record<string, { to: string; word: string; need: string }> = {
  'family-without-head': { to: '/keluarga?kepala=tidak-ada', word: 'Lihat keluarga', need: 'family.read' },
  'nik-birthdate-mismatch': { to: '/penduduk?masalah=nik-birthdate-mismatch', word: 'Periksa', need: 'resident.read' },
  'temporary-nik': { to: '/penduduk?masalah=temporary-nik', word: 'Lengkapi', need: 'resident.read' },
};

export function ProblemRows({ problems }: { problems: readonly ResidentProblem[] }) {
  const may = useMay();
  return (
    <ul className="problems">
      {problems.filter((problem) => problem.count > 0).map((problem) => {
        const way = WAYS[problem.kind];
        return (
          <li key={problem.kind} className="problem">
            <b className="problem-count">{count(problem.count)}</b>
            <span><span className="problem-label">{problem.label}</span><small>{problem.detail}</small></span>
            {way && may(way.need) && <LinkButton to={way.to} size="small">{way.word}</LinkButton>}
          </li>
        );
      })}
    </ul>
  );
}
