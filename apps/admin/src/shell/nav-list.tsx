import { Link } from 'react-router';
import { useMe } from '../session/session.js';
import { currentItem, navigation } from './nav.js';
import { usePlace } from './place.js';
import { useWaiting } from './waiting.js';

/** The navigation on the cloth: groups, and the pages of the one that is open. */
export function NavList() {
  const me = useMe();
  const groups = navigation(me);
  const here = currentItem(groups, usePlace());
  const waiting = useWaiting();

  return (
    <nav className="shell-nav-list" aria-label="Menu utama">
      <ul>
        {groups.map((group) => {
          const open = here.group === group;
          const Icon = group.icon;
          const alone = open && group.items.length === 0;
          return (
            <li key={group.label}>
              <Link to={group.to} className={`nav-group${open ? ' nav-open' : ''}${alone ? ' nav-here' : ''}`} aria-current={alone ? 'page' : undefined}>
                <Icon size={16} strokeWidth={1.9} aria-hidden="true" />
                {group.label}
                {group.badge === 'letters' && waiting.letters > 0 && <span className="nav-badge">{waiting.letters}<span className="sr-only"> menunggu Anda</span></span>}
                {group.badge === 'problems' && waiting.problems > 0 && <span className="nav-count">{waiting.problems}<span className="sr-only"> perlu dibetulkan</span></span>}
              </Link>
              {open && group.items.length > 0 && (
                <ul>
                  {group.items.map((item) => (
                    <li key={item.to}>
                      <Link to={item.to} className={`nav-item${here.item === item ? ' nav-here' : ''}`} aria-current={here.item === item ? 'page' : undefined}>{item.label}</Link>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
