import type { ResidentProblem } from '../api/contract.js';
import { LinkButton } from '../parts/link-button.js';
import { count } from '../parts/words.js';

/** Where one goes to mend each kind; a kind without a list has no button. */
const WAYS: Record<string, { to: string; word: string }> = {
  'family-without-head': { to: '/keluarga?kepala=tidak-ada', word: 'Lihat keluarga' },
};

export function ProblemRows({ problems }: { problems: readonly ResidentProblem[] }) {
  return (
    <ul className="problems">
      {problems.filter((problem) => problem.count > 0).map((problem) => {
        const way = WAYS[problem.kind];
        return (
          <li key={problem.kind} className="problem">
            <b className="problem-count">{count(problem.count)}</b>
            <span><span className="problem-label">{problem.label}</span><small>{problem.detail}</small></span>
            {way && <LinkButton to={way.to} size="small">{way.word}</LinkButton>}
          </li>
        );
      })}
    </ul>
  );
}
