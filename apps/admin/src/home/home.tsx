import { useMe } from '../session/session.js';
import { RegencyHome } from './regency-home.js';
import { VillageHome } from './village-home.js';
import './home.css';

/** What waits for me? At the regency's office: where to look today. */
export function Home() {
  const me = useMe();
  return me.unit.kind === 'regency' ? <RegencyHome /> : <VillageHome />;
}
