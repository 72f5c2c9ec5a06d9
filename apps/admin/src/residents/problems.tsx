import { useQuery } from '@tanstack/react-query';
import { PageHead } from '../parts/page-head.js';
import { AllDone, Bars, Broken } from '../parts/states.js';
import { residentProblems } from '../shell/waiting.js';
import { ProblemRows } from './problem-rows.js';
import './residents.css';

export function Problems() {
  const { data, error, isPending, refetch } = useQuery(residentProblems);
  const open = (data?.items ?? []).filter((problem) => problem.count > 0);
  return (
    <div className="page">
      <PageHead title="Perlu dibetulkan" sub="Data yang janggal; surat tetap bisa dibuat" />
      {isPending ? <Bars lines={4} /> : error ? <Broken error={error} retry={() => void refetch()} />
        : open.length === 0 ? <AllDone title="Tidak ada data yang perlu dibetulkan">Pemeriksaan berjalan sendiri setiap data berubah.</AllDone>
          : <ProblemRows problems={open} />}
    </div>
  );
}
