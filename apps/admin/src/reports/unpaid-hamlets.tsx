import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../api/client.js';
import type { Page, UnpaidHamlet } from '../api/contract.js';
import { count, titleCase } from '../parts/words.js';

/** Where in the village the rest is; bills, so only the village's own staff see it. */
export function UnpaidHamlets({ year }: { year: number }) {
  const { data } = useQuery({ queryKey: ['bills', 'unpaid-by-hamlet', year], queryFn: () => api.get<Page<UnpaidHamlet>>('/bills/unpaid-by-hamlet', { query: { year } }) });
  if (!data || data.items.length === 0) return null;
  return (
    <>
      <h2 className="section-title">Belum dibayar menurut dusun, sekarang</h2>
      <table className="plain-table">
        <thead><tr><th>Dusun</th><th className="money">Tagihan</th><th className="money">Sisa (Rp)</th></tr></thead>
        <tbody>
          {data.items.map(({ areaId, hamlet, bills, owed }) => (
            <tr key={areaId ?? ''}>
              <td>{areaId === null ? 'Belum ditempatkan' : <Link to={`/pbb/tagihan?${new URLSearchParams({ wilayah: areaId, keadaan: 'unpaid', tahun: String(year) })}`}>{titleCase(hamlet)}</Link>}</td>
              <td data-label="Tagihan" className="money">{count(bills)}</td><td data-label="Sisa (Rp)" className="money">{count(owed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
