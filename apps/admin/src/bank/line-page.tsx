import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { StatementLine } from '../api/contract.js';
import { PageHead } from '../parts/page-head.js';
import { LinePanel } from './line-panel.js';
import './bank.css';

/** A line by itself: where the phone opens it, and where a link leads. */
export function LinePage() {
  const { id = '' } = useParams();
  const [ticked, setTicked] = useState<readonly StatementLine[]>([]);
  return (
    <div className="page line-page">
      <PageHead title="Mutasi bank" above={<Link to="/pbb/bank">Pencocokan bank</Link>} />
      <LinePanel key={id} id={id} ticked={ticked} onTick={setTicked} />
    </div>
  );
}
