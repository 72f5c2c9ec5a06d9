import { ACTION_WORDS, auditLines, plainDateInJakarta, reasonWords, ROLE_WORDS, SUBJECT_WORDS } from '#values';
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { ListFilter } from 'lucide-react';
import { Link } from 'react-router';
import type { AuditEntry } from '../api/contract.js';
import { letterTypes } from '../letters/letter-data.js';
import { Facts, type Fact } from '../parts/facts.js';
import { clockSeconds, dayAndDate } from '../parts/words.js';
import { CORRECTION_FIELDS } from '../residents/correction-fields.js';
import { useMay } from '../session/session.js';
import { usePhone } from '../theme/color-scheme.js';
import { subjectPlace } from './subject-place.js';

/** Everything one line of the trail keeps. */
export function EntryDrawer({ entry, onClose, onlyThis }: { entry: AuditEntry; onClose: () => void; onlyThis: (id: string) => void }) {
  const may = useMay();
  const phone = usePhone();
  // A letter's fields are called as its form calls them; who may not read letters sees their codes.
  const types = useQuery({ ...letterTypes, enabled: entry.subjectType === 'letter' && may('letter.read') });
  const labels = new Map(types.data?.items.flatMap(({ fields }) => fields.map(({ name, label }) => [name, label] as const)));
  const { subjectId } = entry;
  const at = new Date(entry.at);
  const place = subjectPlace(entry.subjectType, subjectId, may);
  const facts: Fact[] = [
    ['Waktu', `${dayAndDate(plainDateInJakarta(at))} pukul ${clockSeconds(at)} WIB`],
    ['Siapa', whoWord(entry)],
    ['Peran', entry.role && (ROLE_WORDS[entry.role] ?? entry.role)],
    ['Tindakan', ACTION_WORDS[entry.action] ?? entry.action],
    ['Data', <>{SUBJECT_WORDS[entry.subjectType] ?? entry.subjectType}{place && <> · <Link to={place} onClick={onClose}>Buka datanya</Link></>}</>],
    ['Id data', subjectId && <code>{subjectId}</code>],
    ['Alasan', reasonWords(entry.reason)],
  ];
  const kept = auditLines(entry.detail, labels, entry.subjectType === 'resident' ? registryWord : undefined);
  return (
    <Drawer open onClose={onClose} title="Rincian catatan" size={phone ? '88%' : 480} placement={phone ? 'bottom' : 'right'} classNames={{ root: 'entry-drawer' }}>
      <Facts facts={facts} />
      {kept.length > 0 && <><h2 className="section-title">Yang dicatat</h2><Facts facts={kept.map(({ label, text }) => [label, text] as const)} /></>}
      <h2 className="section-title">Untuk bantuan teknis</h2>
      <Facts facts={[['Kode tindakan', <code key="action">{entry.action}</code>], ['Kode permintaan', <code key="request">{entry.requestId}</code>], ['Id catatan', <code key="id">{entry.id}</code>]]} />
      {subjectId && <Button className="entry-only" icon={<ListFilter size={15} />} onClick={() => onlyThis(subjectId)}>Semua catatan tentang data ini</Button>}
    </Drawer>
  );
}

/** Who acted, by name; where only the role is known, by that. */
export function whoWord({ userName, userId, role }: AuditEntry): string {
  return userName ?? (userId === null ? 'Sistem' : ROLE_WORDS[role ?? ''] ?? 'Sistem');
}

/** The civil registry's word for a code in a field of a resident. */
function registryWord(field: string, code: string): string | undefined {
  return CORRECTION_FIELDS.find(({ name }) => name === field)?.choices?.find(({ value }) => value === code)?.label;
}
