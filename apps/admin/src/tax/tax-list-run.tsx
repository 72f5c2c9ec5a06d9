import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { runOf } from '../list-import/import-data.js';
import { TAX_LIST } from '../list-import/import-kinds.js';
import { ImportRunPage } from '../list-import/import-run.js';
import { partsOf } from './part-data.js';
import { readinessOf } from './part-readiness.js';
import { VillageParts } from './village-parts.js';
import './tax.css';

/** A run of a tax list: the same way as every list, its parts village by village between counts and problems. */
export function TaxListRun() {
  const { id = '' } = useParams();
  const run = useQuery(runOf(TAX_LIST, id)).data;
  const parts = useQuery(partsOf(id, run));
  return <ImportRunPage kind={TAX_LIST} id={id} readiness={readinessOf(run, parts.data) ?? { writing: 0, waits: null }} parts={(shown) => <VillageParts run={shown} parts={parts} />} />;
}
