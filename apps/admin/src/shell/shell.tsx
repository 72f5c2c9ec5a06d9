import { useIsMutating } from '@tanstack/react-query';
import { Keyboard, Moon, Search, Sun, Wifi, WifiOff } from 'lucide-react';
import { Suspense, useState } from 'react';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import { useConnection } from '../api/connection.js';
import { Key } from '../parts/kbd.js';
import { EVERYWHERE, useShortcuts } from '../parts/keys.js';
import { Mark } from '../parts/mark.js';
import { Bars, OfflineStrip } from '../parts/states.js';
import { useMay, useMe } from '../session/session.js';
import { usePhone, useScheme } from '../theme/color-scheme.js';
import { NavList } from './nav-list.js';
import { PersonMenu } from './person-menu.js';
import { PhoneShell } from './phone-shell.js';
import { RoomBoundary } from './room-boundary.js';
import { SearchDialog } from './search-dialog.js';
import { ShortcutsDialog } from './shortcuts-dialog.js';
import { TaskTray } from './task-tray.js';
import { useTasks, useTaskStream } from './tasks.js';
import { UnitSwitch } from './unit-switch.js';
import './shell.css';

/** Cloth around one white sheet: navigation and header stay, the room changes on the sheet. */
export function Shell() {
  const me = useMe();
  const may = useMay();
  const phone = usePhone();
  const { pathname } = useLocation();
  const [searching, setSearching] = useState(false);
  const [helping, setHelping] = useState(false);
  const withTasks = may('task.read');
  const tasks = useTasks(withTasks);
  useTaskStream(withTasks, `${me.unit.code} ${me.membershipId}`);
  const canSearch = me.unit.kind !== 'regency' && (may('resident.read') || may('letter.read'));

  useShortcuts(EVERYWHERE, [
    ...(canSearch ? [{ key: 'ctrl+k', shown: 'Ctrl K', label: 'Cari penduduk, surat, atau layar', run: () => setSearching(true) }] : []),
    { key: '?', shown: '?', label: 'Semua pintasan', run: () => setHelping(true) },
  ]);

  if (me.mustChangePassword) return <Navigate to="/ganti-sandi" replace />;
  const openSearch = canSearch ? () => setSearching(true) : null;
  const tray = withTasks ? <TaskTray tasks={tasks.data?.items ?? []} /> : null;
  const room = (
    <main className="sheet" id="isi" tabIndex={-1}>
      <OfflineStrip />
      <div className="room"><RoomBoundary key={pathname}><Suspense fallback={<div className="page"><h1 className="sr-only">Memuat</h1><Bars /></div>}><Outlet /></Suspense></RoomBoundary></div>
    </main>
  );

  return (
    <>
      <a className="skip" href="#isi">Langsung ke isi</a>
      {phone ? <PhoneShell openSearch={openSearch} openHelp={() => setHelping(true)} tray={tray}>{room}</PhoneShell> : (
        <div className="shell">
          <header className="shell-head">
            <Link to="/" className="brand"><Mark />Pamong</Link>
            <UnitSwitch />
            <span className="role-chip">{me.roleName}</span>
            {openSearch ? (
              <button type="button" className="search-box" onClick={openSearch} aria-keyshortcuts="Control+K">
                <Search size={15} aria-hidden="true" /><span>Cari nama, NIK, nomor KK, nomor surat …</span><Key>Ctrl K</Key>
              </button>
            ) : <span className="search-gap" />}
            {tray}
            <SchemeButton />
            <PersonMenu />
          </header>
          <div className="shell-nav">
            <NavList />
            <div className="shell-foot">
              <SavedState />
              <button type="button" className="foot-line" onClick={() => setHelping(true)}><Keyboard size={14} aria-hidden="true" />Pintasan<Key>?</Key></button>
            </div>
          </div>
          {room}
        </div>
      )}
      {searching && <SearchDialog onClose={() => setSearching(false)} />}
      {helping && <ShortcutsDialog onClose={() => setHelping(false)} />}
    </>
  );
}

export function SchemeButton() {
  const { scheme, toggle } = useScheme();
  const dark = scheme === 'dark';
  return <button type="button" className="icon-button" aria-label={dark ? 'Pakai tampilan terang' : 'Pakai tampilan gelap'} onClick={toggle}>{dark ? <Sun size={17} strokeWidth={1.9} /> : <Moon size={17} strokeWidth={1.9} />}</button>;
}

/** Whether everything typed has reached the server. */
export function SavedState() {
  const { online } = useConnection();
  const saving = useIsMutating() > 0;
  return (
    <p className="foot-line" role="status">
      {online ? <Wifi size={14} className="foot-ok" aria-hidden="true" /> : <WifiOff size={14} className="foot-off" aria-hidden="true" />}
      {!online ? 'Tidak tersambung' : saving ? 'Menyimpan …' : 'Semua tersimpan'}
    </p>
  );
}
