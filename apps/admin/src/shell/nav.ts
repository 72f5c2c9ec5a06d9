import { ChartNoAxesColumn, FileText, House, ReceiptText, Settings, Users, type LucideIcon } from 'lucide-react';
import type { Me } from '../api/contract.js';

export interface NavItem { to: string; label: string }
export interface NavGroup { to: string; label: string; icon: LucideIcon; items: NavItem[]; badge?: 'letters' | 'problems' }

/** A page of the navigation: its permission, one that makes it needless, and whether it exists at the regency's own office. */
interface Entry extends NavItem { need: string; atRegency?: boolean; without?: string }
interface GroupEntry { label: string; icon: LucideIcon; badge?: NavGroup['badge']; items: Entry[] }

const GROUPS: GroupEntry[] = [
  {
    label: 'Penduduk', icon: Users, badge: 'problems',
    items: [
      { to: '/penduduk', label: 'Daftar penduduk', need: 'resident.read' },
      { to: '/keluarga', label: 'Keluarga', need: 'family.read' },
      { to: '/penduduk/perbaikan', label: 'Perlu dibetulkan', need: 'resident.read' },
      { to: '/penduduk/impor', label: 'Impor data', need: 'resident.import' },
    ],
  },
  {
    label: 'Surat', icon: FileText, badge: 'letters',
    items: [
      { to: '/surat', label: 'Antrean', need: 'letter.read' },
      { to: '/surat/persetujuan', label: 'Persetujuan', need: 'letter.approve' },
      { to: '/surat/arsip', label: 'Arsip surat', need: 'letter.read' },
      // Heads of hamlets, RW and RT follow what they asked for; those who read letters start one from the queue.
      { to: '/surat', label: 'Yang saya ajukan', need: 'letter.request', without: 'letter.read' },
      { to: '/surat/baru', label: 'Ajukan surat', need: 'letter.request', without: 'letter.read' },
    ],
  },
  {
    label: 'PBB', icon: ReceiptText,
    items: [
      { to: '/pbb/terima', label: 'Terima pembayaran', need: 'payment.receive' },
      { to: '/pbb/tagihan', label: 'Tagihan', need: 'bill.read' },
      { to: '/pbb/kas', label: 'Kas saya', need: 'payment.receive' },
      { to: '/pbb/kas', label: 'Kas petugas', need: 'payment.read', without: 'payment.receive' },
      { to: '/pbb/kuitansi', label: 'Kuitansi', need: 'payment.read' },
      { to: '/pbb/setoran', label: 'Setoran', need: 'payment.read' },
      { to: '/pbb/petugas', label: 'Petugas pungut', need: 'payment.read', without: 'payment.receive' },
      { to: '/pbb/daftar', label: 'Daftar pajak', need: 'assessment.import', atRegency: true },
      { to: '/pbb/laporan', label: 'Laporan pembayaran', need: 'dispute.read', atRegency: true },
      { to: '/pbb/bank', label: 'Pencocokan bank', need: 'bank.read', atRegency: true },
      { to: '/pbb/bank/rekening-koran', label: 'Rekening koran', need: 'bank.read', atRegency: true },
      { to: '/pbb/bank/setoran', label: 'Setoran diharapkan', need: 'bank.read', atRegency: true },
      { to: '/pbb/bank/harian', label: 'Rekonsiliasi harian', need: 'bank.read', atRegency: true },
      { to: '/pbb/bank/rekening', label: 'Rekening bank', need: 'bank.read', atRegency: true },
      { to: '/pbb/neraca', label: 'Neraca', need: 'ledger.read', atRegency: true },
      { to: '/pbb/aturan', label: 'Aturan denda', need: 'tax-rule.propose', atRegency: true },
    ],
  },
  {
    label: 'Laporan', icon: ChartNoAxesColumn,
    items: [
      { to: '/laporan', label: 'Ringkasan', need: 'report.read', atRegency: true },
      { to: '/laporan/pbb', label: 'Realisasi PBB', need: 'report.pbb', atRegency: true },
      { to: '/laporan/kas', label: 'Uang belum disetor', need: 'report.pbb', atRegency: true },
      { to: '/laporan/surat', label: 'Laporan surat', need: 'report.read', atRegency: true },
      { to: '/laporan/penduduk', label: 'Laporan penduduk', need: 'report.read', atRegency: true },
    ],
  },
  {
    label: 'Pengaturan', icon: Settings,
    items: [
      { to: '/pengaturan/profil', label: 'Profil dan kop surat', need: 'village.read' },
      { to: '/pengaturan/wilayah', label: 'Wilayah', need: 'village.read' },
      { to: '/pengaturan/perangkat', label: 'Perangkat', need: 'village.read' },
      { to: '/pengaturan/aturan', label: 'Aturan', need: 'setting.read', atRegency: true },
      { to: '/pengaturan/libur', label: 'Hari libur', need: 'setting.read', atRegency: true },
      { to: '/pengaturan/pengguna', label: 'Pengguna', need: 'user.manage', atRegency: true },
      { to: '/pengaturan/audit', label: 'Jejak audit', need: 'audit.read', atRegency: true },
    ],
  },
];

/** What this person can open. A group without a page is not shown; nothing leads nowhere. */
export function navigation(me: Me): NavGroup[] {
  const held = new Set(me.permissions);
  // A setting manager reads settings too; the roles at the regency hold only the stronger permission.
  const may = (need: string) => held.has(need) || (need === 'setting.read' && held.has('setting.manage'));
  const atRegency = me.unit.kind === 'regency';
  const groups: NavGroup[] = [{ to: '/', label: 'Beranda', icon: House, items: [] }];
  for (const group of GROUPS) {
    const items = group.items
      .filter((item) => may(item.need) && (item.without === undefined || !may(item.without)) && (!atRegency || item.atRegency === true));
    const first = items[0];
    if (first) groups.push({ label: group.label, icon: group.icon, to: first.to, items, ...(group.badge ? { badge: group.badge } : {}) });
  }
  return groups;
}

/** The item a path belongs to: the longest that begins it, so that `/surat/arsip` is not the queue. */
export function currentItem(groups: NavGroup[], path: string): { group: NavGroup | null; item: NavItem | null } {
  let best: { group: NavGroup; item: NavItem } | null = null;
  for (const group of groups) {
    for (const item of group.items) {
      if ((path === item.to || path.startsWith(`${item.to}/`)) && item.to.length > (best?.item.to.length ?? 0)) best = { group, item };
    }
  }
  if (best) return best;
  return { group: path === '/' ? groups[0] ?? null : groups.find((group) => group.items.length > 0 && path.startsWith(`/${group.items[0]?.to.split('/')[1]}`)) ?? null, item: null };
}
