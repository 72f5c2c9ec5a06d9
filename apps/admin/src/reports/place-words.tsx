import { Link } from 'react-router';
import type { Me, OverviewPlace } from '../api/contract.js';
import type { ReportChoice } from './report-data.js';

type Place = Pick<OverviewPlace, 'code' | 'name' | 'kind' | 'districtName'>;

const KINDS: Record<Place['kind'], string> = { regency: 'Kabupaten', district: 'Kecamatan', desa: 'Desa', kelurahan: 'Kelurahan' };

/** `Kecamatan Pujon`, `Desa Pujon Kidul`, `Kabupaten Malang` */
export const placeTitle = ({ kind, name }: Pick<Place, 'kind' | 'name'>): string => `${KINDS[kind]} ${name.replace(/^Kabupaten /, '')}`;

/** The same place, day and period in the address. */
export function placeLink(base: string, code: string | null, choice: Pick<ReportChoice, 'on' | 'period'>): string {
  const params = new URLSearchParams();
  if (code) params.set('wilayah', code);
  if (choice.period) params.set('masa', choice.period);
  if (choice.on) params.set('tanggal', choice.on);
  return params.size > 0 ? `${base}?${params}` : base;
}

/** The places above, as far up as this person reaches. */
export function Trail({ scope, me, choice, base }: { scope: Place; me: Me; choice: ReportChoice; base: string }) {
  if (me.unit.kind !== 'regency' || scope.kind === 'regency') return null;
  const isVillage = scope.kind === 'desa' || scope.kind === 'kelurahan';
  const top = me.role === 'district-head' ? null : <Link to={placeLink(base, null, choice)}>Semua kecamatan</Link>;
  const district = isVillage ? <Link to={placeLink(base, scope.code.slice(0, 8), choice)}>Kecamatan {scope.districtName}</Link> : null;
  return <>{top}{top && district && ' / '}{district}</>;
}
