import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Segmented, type InputRef } from 'antd';
import { Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { api } from '../api/client.js';
import type { Bill, Collector, Page } from '../api/contract.js';
import { Key } from '../parts/kbd.js';
import { useShortcuts } from '../parts/keys.js';
import { useListSearch } from '../parts/list/use-keyset.js';
import { useSettled } from '../parts/settled.js';
import { Bars, Broken, NoMatch } from '../parts/states.js';
import { count, titleCase } from '../parts/words.js';
import { addressWords } from '../tax/bill-words.js';
import { billSearch } from '../tax/nop-prefix.js';
import { byObject } from './basket.js';

interface Props { collector: Collector; chosen: readonly string[]; onToggle: (objectId: string) => void }

const SHOWN = 100;

/** Unpaid bills by NOP or name: those this collector goes to first, on request the whole village's. */
export function BillFinder({ collector, chosen, onToggle }: Props) {
  const input = useRef<InputRef>(null);
  const [search, setSearch] = useListSearch('receive');
  const [scope, setScope] = useState<'own' | 'all'>(collector.assignments.length > 0 ? 'own' : 'all');
  const asked = useSettled(search, 250).trim();
  const query = { ...billSearch(asked), status: 'unpaid', limit: SHOWN, collector: scope === 'own' ? collector.id : undefined };
  const found = useQuery({ queryKey: ['bills', 'unpaid', query], queryFn: ({ signal }) => api.get<Page<Bill>>('/bills', { query, signal }), placeholderData: keepPreviousData });
  useShortcuts('Cari tagihan', [{ key: '/', shown: '/', label: 'Ketik di kotak cari', run: () => input.current?.focus({ cursor: 'all' }) }]);
  const objects = byObject(found.data?.items ?? []);

  return (
    <section className="pick" aria-label="Cari tagihan">
      <div className="pick-bar" role="search" aria-label="Cari tagihan yang belum dibayar">
        <Input ref={input} size="large" allowClear prefix={<Search size={16} aria-hidden="true" />} suffix={search === '' ? <Key>/</Key> : undefined} value={search} autoComplete="off" spellCheck={false}
          aria-label="Cari NOP atau nama di SPPT" placeholder="NOP atau nama di SPPT" onChange={(event) => setSearch(event.target.value)} />
        {collector.assignments.length > 0 && <Segmented aria-label="Tagihan siapa" value={scope} onChange={setScope} options={[{ value: 'own', label: 'Wilayah saya' }, { value: 'all', label: 'Seluruh desa' }]} />}
      </div>
      {found.isPending ? <Bars lines={7} /> : found.isError ? <Broken error={found.error} retry={() => void found.refetch()} />
        : objects.length === 0 ? (
          <NoMatch title={asked ? `Tidak ada tagihan yang belum dibayar untuk “${asked}”` : 'Tidak ada tagihan yang belum dibayar'}
            acts={scope === 'own' ? <Button onClick={() => setScope('all')}>Cari di seluruh desa</Button> : asked ? <Button onClick={() => setSearch('')}>Hapus pencarian</Button> : undefined}>
            Cari dengan NOP atau awalnya, atau nama seperti tercetak di SPPT.
          </NoMatch>
        ) : (
          <ul className="pick-list" aria-label="Tagihan yang belum dibayar" aria-busy={found.isPlaceholderData}>
            {objects.map(({ objectId, bills }) => {
              const newest = bills.at(-1);
              if (!newest) return null;
              return (
                <li key={objectId}>
                  <Checkbox className="pick-row" checked={chosen.includes(objectId)} onChange={() => onToggle(objectId)}>
                    <span className="pick-name">{titleCase(newest.payerName)}{newest.managedBy && <small> dikelola {titleCase(newest.managedBy)}</small>}</span>
                    <span className="pick-sum">Rp{count(bills.reduce((sum, bill) => sum + bill.owed + (bill.penalty?.amount ?? 0), 0))}</span>
                    <span className="pick-note"><span className="nop">{newest.nop}</span>{(newest.areaPath ?? newest.address) && <>, {addressWords(newest.areaPath?.replaceAll(' / ', ', ') ?? newest.address)}</>}</span>
                    <span className="pick-years">{bills.map(({ taxYear }) => taxYear).join(', ')}</span>
                  </Checkbox>
                </li>
              );
            })}
          </ul>
        )}
      {found.data?.next && <p className="quiet">Masih ada yang lain. Ketik NOP atau nama untuk mempersempit.</p>}
    </section>
  );
}
