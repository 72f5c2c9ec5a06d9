import { lazy, useState, type ComponentType } from 'react';
import { createBrowserRouter, Navigate, Outlet, useLocation } from 'react-router';
import { useTabTitle } from './parts/page-head.js';
import { NoMatch, Broken } from './parts/states.js';
import { Unreachable } from './api/problem.js';
import { useSession } from './session/session.js';
import { loadNewLetter } from './letters/new-letter-room.js';
import { Shell } from './shell/shell.js';
import { ChangePassword } from './sign-in/change-password.js';
import { SignIn } from './sign-in/sign-in.js';
import { Mark } from './parts/mark.js';

/** Each room is its own file for the browser; the shell is there before the room arrives. */
function room<K extends string>(load: (() => Promise<Record<K, ComponentType>>) & { here?: () => Record<K, ComponentType> | null }, name: K) {
  const Later = lazy<ComponentType>(async () => ({ default: (await load())[name] }));
  function Room() {
    // Fetched beforehand it stands at once: React keeps a waiting screen up for a third of a second, and keys typed then are lost.
    const [Here] = useState<ComponentType>(() => load.here?.()?.[name] ?? Later);
    return <Here />;
  }
  return <Room />;
}

export const router = createBrowserRouter([
  {
    element: <Waiting />,
    children: [
      { path: '/masuk', element: <SignIn /> },
      { path: '/ganti-sandi', element: <ChangePassword /> },
      {
        element: <SignedIn />,
        children: [
          { path: '/', element: room(() => import('./home/home.js'), 'Home') },
          { path: '/penduduk', element: room(() => import('./residents/resident-list.js'), 'ResidentList') },
          { path: '/penduduk/perbaikan', element: room(() => import('./residents/problems.js'), 'Problems') },
          { path: '/penduduk/impor', element: room(() => import('./resident-import/import-start.js'), 'ImportStart') },
          { path: '/penduduk/impor/:id', element: room(() => import('./resident-import/import-run.js'), 'ImportRun') },
          { path: '/penduduk/:id', element: room(() => import('./residents/resident-page.js'), 'ResidentPage') },
          { path: '/keluarga', element: room(() => import('./residents/family-list.js'), 'FamilyList') },
          { path: '/keluarga/:id', element: room(() => import('./residents/family-page.js'), 'FamilyPage') },
          { path: '/surat', element: room(() => import('./letters/queue.js'), 'Queue') },
          { path: '/surat/baru', element: room(loadNewLetter, 'NewLetter') },
          { path: '/surat/persetujuan', element: room(() => import('./letters/approvals.js'), 'Approvals') },
          { path: '/surat/arsip', element: room(() => import('./letters/archive.js'), 'Archive') },
          { path: '/surat/:id', element: room(() => import('./letters/letter-page.js'), 'LetterPage') },
          { path: '/pbb/tagihan', element: room(() => import('./tax/bill-list.js'), 'BillList') },
          { path: '/pbb/tagihan/:id', element: room(() => import('./tax/bill-page.js'), 'BillPage') },
          { path: '/pbb/terima', element: room(() => import('./cash/receive.js'), 'Receive') },
          { path: '/pbb/terima/periksa', element: room(() => import('./cash/receive-check.js'), 'ReceiveCheck') },
          { path: '/pbb/kas', element: room(() => import('./cash/cash.js'), 'Cash') },
          { path: '/pbb/kuitansi', element: room(() => import('./cash/receipt-list.js'), 'ReceiptList') },
          { path: '/pbb/kuitansi/:id', element: room(() => import('./cash/receipt-page.js'), 'ReceiptPage') },
          { path: '/pbb/setoran', element: room(() => import('./cash/deposit-list.js'), 'DepositList') },
          { path: '/pbb/setoran/baru', element: room(() => import('./cash/new-deposit.js'), 'NewDeposit') },
          { path: '/pbb/setoran/:id', element: room(() => import('./cash/deposit-page.js'), 'DepositPage') },
          { path: '/pbb/petugas', element: room(() => import('./cash/collectors.js'), 'Collectors') },
          { path: '/pbb/petugas/:id', element: room(() => import('./cash/collector-page.js'), 'CollectorPage') },
          { path: '/pbb/neraca', element: room(() => import('./tax/trial-balance.js'), 'TrialBalance') },
          { path: '/pbb/daftar', element: room(() => import('./tax/tax-lists.js'), 'TaxLists') },
          { path: '/pbb/daftar/:id', element: room(() => import('./tax/tax-list-run.js'), 'TaxListRun') },
          { path: '/pbb/laporan', element: room(() => import('./tax/disputes.js'), 'DisputeList') },
          { path: '/pbb/laporan/:id', element: room(() => import('./tax/dispute-page.js'), 'DisputePage') },
          { path: '/pbb/bank', element: room(() => import('./bank/matching.js'), 'Matching') },
          { path: '/pbb/bank/mutasi/:id', element: room(() => import('./bank/line-page.js'), 'LinePage') },
          { path: '/pbb/bank/rekening-koran', element: room(() => import('./bank/statements.js'), 'Statements') },
          { path: '/pbb/bank/rekening-koran/:id', element: room(() => import('./bank/statement-run.js'), 'StatementRun') },
          { path: '/pbb/bank/setoran', element: room(() => import('./bank/expected-receipts.js'), 'ExpectedReceipts') },
          { path: '/pbb/bank/harian', element: room(() => import('./bank/reconciliation.js'), 'Reconciliation') },
          { path: '/pbb/bank/rekening', element: room(() => import('./bank/accounts.js'), 'BankAccounts') },
          { path: '/pbb/aturan', element: room(() => import('./tax/rule-sets.js'), 'RuleSets') },
          { path: '/laporan', element: room(() => import('./reports/overview-report.js'), 'OverviewReport') },
          { path: '/laporan/pbb', element: room(() => import('./reports/tax-report.js'), 'TaxReportPage') },
          { path: '/laporan/kas', element: room(() => import('./reports/cash-report.js'), 'CashReportPage') },
          { path: '/laporan/surat', element: room(() => import('./reports/letter-report.js'), 'LetterReportPage') },
          { path: '/laporan/penduduk', element: room(() => import('./reports/population-report.js'), 'PopulationReportPage') },
          { path: '/pengaturan', element: <Navigate to="/pengaturan/profil" replace /> },
          { path: '/pengaturan/profil', element: room(() => import('./settings/profile.js'), 'Profile') },
          { path: '/pengaturan/wilayah', element: room(() => import('./settings/areas.js'), 'Areas') },
          { path: '/pengaturan/perangkat', element: room(() => import('./settings/officials.js'), 'Officials') },
          { path: '/pengaturan/aturan', element: room(() => import('./settings/rules.js'), 'Rules') },
          { path: '/pengaturan/libur', element: room(() => import('./settings/holidays.js'), 'Holidays') },
          { path: '/pengaturan/pengguna', element: room(() => import('./settings/users.js'), 'Users') },
          { path: '/pengaturan/audit', element: room(() => import('./audit/audit-trail.js'), 'AuditTrail') },
          { path: '*', element: <Nowhere /> },
        ],
      },
    ],
  },
]);

/** Until it is known whether the browser is still signed in. */
function Waiting() {
  const { state, start } = useSession();
  if (state.kind === 'starting') return <main className="splash"><Mark size={40} /><h1 className="sr-only" role="status">Membuka Pamong</h1></main>;
  if (state.kind === 'unreachable') return <main className="splash"><Broken error={new Unreachable()} retry={start} /></main>;
  return <Outlet />;
}

function SignedIn() {
  const { state } = useSession();
  const { pathname, search } = useLocation();
  if (state.kind !== 'signed-in') return <Navigate to="/masuk" replace state={{ from: `${pathname}${search}` }} />;
  return <Shell />;
}

function Nowhere() {
  useTabTitle('Halaman tidak ada');
  return <div className="page"><NoMatch title="Halaman ini tidak ada" acts={<a href="/">Ke Beranda</a>}>Alamatnya mungkin salah ketik atau sudah berubah.</NoMatch></div>;
}
