import { useParams } from 'react-router';
import { RESIDENT_LIST } from '../list-import/import-kinds.js';
import { ImportRunPage } from '../list-import/import-run.js';

export function ImportRun() {
  const { id = '' } = useParams();
  return <ImportRunPage kind={RESIDENT_LIST} id={id} />;
}
