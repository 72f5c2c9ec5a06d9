import { words } from '#villages';
import type { UnitKind } from '../role/roles.js';

/** The regency's own office is no village, so the words catalogue does not know it. */
const office: Record<string, string> = { office: 'Kabupaten', head: 'Bupati', secretary: 'Sekretaris Daerah', headOffice: 'Kantor Bupati' };

/** What a unit of this kind calls its head, its office and so on. */
export const unitWords = (kind: UnitKind): Record<string, string> => (kind === 'regency' ? office : { ...words(kind) });
