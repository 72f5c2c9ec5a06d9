import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { District, Page, Regency, VillageRow } from '../api/contract.js';
import { PageHead } from '../parts/page-head.js';
import { ReasonDialog } from '../parts/reason-dialog.js';
import { Bars, Broken, NoMatch } from '../parts/states.js';
import { count, dayAndDate, today } from '../parts/words.js';
import { useMay, useMe, useSession } from '../session/session.js';
import { LookToday } from './look-today.js';

/** Office roles that may look into a village, each time with a purpose. */
const ENTERING: ReadonlySet<string> = new Set(['district-head', 'regency-admin', 'tax-office', 'village-affairs', 'civil-registry', 'inspectorate']);

/** Where to look today; below it the villages, into one of which the office goes on purpose only. */
export function RegencyHome() {
  const me = useMe();
  const may = useMay();
  const { switchVillage } = useSession();
  const regency = useQuery({ queryKey: ['regency'], queryFn: () => api.get<Regency>('/regency'), staleTime: 600_000 });
  const districts = useQuery({ queryKey: ['districts'], queryFn: () => api.get<Pick<Page<District>, 'items'>>('/districts'), staleTime: 600_000 });
  const [chosen, setChosen] = useState<string | null>(null);
  // A district's head is at home in his own.
  const home = me.memberships.find((membership) => membership.id === me.membershipId)?.unit.districtName;
  const own = home ? districts.data?.items.find((item) => item.name === home) : undefined;
  const offered = own ? [own] : districts.data?.items ?? [];
  const district = chosen ?? offered[0]?.code ?? null;
  const villages = useQuery({ queryKey: ['villages', district], queryFn: () => api.get<Pick<Page<VillageRow>, 'items'>>('/villages', { query: { district } }), enabled: district !== null, staleTime: 600_000 });
  const [word, setWord] = useState('');
  const [entering, setEntering] = useState<VillageRow | null>(null);
  const rows = (villages.data?.items ?? []).filter((row) => row.name.toLowerCase().includes(word.trim().toLowerCase()));
  const kind = (row: VillageRow) => (row.kind === 'desa' ? 'Desa' : 'Kelurahan');

  return (
    <div className="page">
      <PageHead title={own ? `Kecamatan ${own.name}` : regency.data ? `Kabupaten ${regency.data.name.replace(/^Kabupaten /, '')}` : 'Kabupaten'} sub={own ? `${dayAndDate(today())}. ${count(own.villages)} desa dan kelurahan.` : regency.data ? `${dayAndDate(today())}. ${count(regency.data.counts.districts)} kecamatan, ${count(regency.data.counts.desa)} desa, dan ${count(regency.data.counts.kelurahan)} kelurahan.` : ' '} />
      {districts.isError ? <Broken error={districts.error} retry={() => void districts.refetch()} /> : (
        <>
          {may('report.pbb') && <LookToday />}
          {may('report.pbb') && <h2 className="section-title">Masuk ke desa</h2>}
          <div className="filter-bar">
            <Select className="district-select" aria-label="Kecamatan" showSearch={{ optionFilterProp: 'label' }} value={district} loading={districts.isPending} onChange={(value) => setChosen(value)} options={offered.map((item) => ({ value: item.code, label: `Kecamatan ${item.name}` }))} />
            <Input className="filter-search" prefix={<Search size={15} aria-hidden="true" />} aria-label="Cari desa di kecamatan ini" placeholder="Cari desa" value={word} onChange={(event) => setWord(event.target.value)} />
            <span className="filter-tail">{count(rows.length)} desa dan kelurahan</span>
          </div>
          {villages.isPending ? <Bars lines={8} /> : rows.length === 0 ? <NoMatch title="Tidak ada desa yang cocok">Pilih kecamatan lain atau hapus kata pencarian.</NoMatch> : (
            <ul className="villages">
              {rows.map((row) => (
                <li key={row.code} className="village-row">
                  <b>{kind(row)} {row.name}</b><span className="cell-quiet">{row.code}</span>
                  {ENTERING.has(me.role) && <Button size="small" onClick={() => setEntering(row)} aria-label={`Masuk ke ${kind(row)} ${row.name}`}>Masuk</Button>}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {entering && (
        <ReasonDialog title={`Masuk ke ${kind(entering)} ${entering.name}`} label="Keperluan" okText="Masuk" placeholder="misalnya membantu pengaturan pengguna" onClose={() => setEntering(null)} onOk={(purpose) => switchVillage(entering.code, { purpose })}>
          Anda bekerja di kantor ini sampai kembali ke kabupaten. Nama Anda, waktu, dan keperluan dicatat di jejak audit desa.
        </ReasonDialog>
      )}
    </div>
  );
}
