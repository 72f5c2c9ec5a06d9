import { Drawer } from 'antd';
import { House, Menu, Search, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Mark } from '../parts/mark.js';
import { unitName, useMe, useSession } from '../session/session.js';
import { currentItem, navigation } from './nav.js';
import { usePlace } from './place.js';
import { SavedState, SchemeButton } from './shell.js';
import { UnitSwitch } from './unit-switch.js';
import { useWaiting } from './waiting.js';

interface Props { openSearch: (() => void) | null; openHelp: () => void; tray: ReactNode; children: ReactNode }

/** The same rooms under a thumb: header, sheet, and at most four tabs. */
export function PhoneShell({ openSearch, openHelp, tray, children }: Props) {
  const me = useMe();
  const { signOut } = useSession();
  const [more, setMore] = useState(false);
  const waiting = useWaiting();
  const groups = navigation(me);
  const here = currentItem(groups, usePlace());
  const tabs = groups.filter((group) => group.label !== 'Pengaturan').slice(0, 3);

  return (
    <div className="phone">
      <header className="phone-head">
        <Mark size={28} />
        <p className="phone-unit"><b>{unitName(me.unit)}</b><span>{me.roleName} · {me.name}</span></p>
        {openSearch && <button type="button" className="icon-button" aria-label="Cari" onClick={openSearch}><Search size={21} strokeWidth={1.9} /></button>}
        {tray}
      </header>
      {children}
      <nav className="phone-tabs" aria-label="Menu utama">
        {tabs.map((tab) => (
          <Tab key={tab.label} to={tab.to} icon={tab.icon ?? House} label={tab.label} here={here.group === tab} badge={tab.badge === 'letters' ? waiting.letters : 0} />
        ))}
        <button type="button" className="phone-tab" onClick={() => setMore(true)} aria-haspopup="dialog"><Menu size={21} strokeWidth={1.9} aria-hidden="true" />Lainnya</button>
      </nav>
      <Drawer open={more} onClose={() => setMore(false)} placement="bottom" title="Menu" size="88%" classNames={{ root: 'phone-more' }}>
        <UnitSwitch />
        {groups.filter((group) => group.items.length > 0).map((group) => (
          <section key={group.label}>
            <h2 className="phone-more-title">{group.label}</h2>
            <ul>{group.items.map((item) => <li key={item.to}><Link to={item.to} onClick={() => setMore(false)} className="phone-more-link">{item.label}</Link></li>)}</ul>
          </section>
        ))}
        <section>
          <h2 className="phone-more-title">Akun</h2>
          <ul>
            <li><Link to="/ganti-sandi" className="phone-more-link">Ganti kata sandi</Link></li>
            <li><button type="button" className="phone-more-link" onClick={() => { setMore(false); openHelp(); }}>Pintasan</button></li>
            <li><button type="button" className="phone-more-link" onClick={() => void signOut()}>Keluar</button></li>
          </ul>
        </section>
        <div className="phone-more-foot"><SavedState /><SchemeButton /></div>
      </Drawer>
    </div>
  );
}

function Tab({ to, icon: Icon, label, here, badge }: { to: string; icon: LucideIcon; label: string; here: boolean; badge: number }) {
  return (
    <Link to={to} className={here ? 'phone-tab phone-tab-here' : 'phone-tab'} aria-current={here ? 'page' : undefined}>
      <Icon size={21} strokeWidth={1.9} aria-hidden="true" />{label}
      {badge > 0 && <span className="phone-badge">{badge}<span className="sr-only"> menunggu Anda</span></span>}
    </Link>
  );
}
