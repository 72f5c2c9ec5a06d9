import { TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { useMay } from '../session/session.js';
import { listed } from './listed.js';

/** What the print will not say, because the register does not; it hinders nothing. */
export function UnknownParticulars({ residentId, unknown }: { residentId: string; unknown: readonly string[] }) {
  const may = useMay();
  if (unknown.length === 0) return null;
  return (
    <p className="returned-note unknown-note" role="status">
      <TriangleAlert size={15} aria-hidden="true" />
      <span>{listed(unknown)} belum diketahui; di surat tercetak “-”. {may('resident.read') && <Link to={`/penduduk/${residentId}`}>Betulkan data</Link>}</span>
    </p>
  );
}
