import type { UnitKind } from '../role/roles.js';

const catalogue: Record<UnitKind, Record<string, string>> = {
  desa: { head: 'Kepala Desa', office: 'Desa', headOffice: 'KANTOR KEPALA DESA', secretary: 'Sekretaris Desa' },
  kelurahan: { head: 'Lurah', office: 'Kelurahan', headOffice: 'KANTOR KELURAHAN', secretary: 'Sekretaris Kelurahan' },
  regency: { head: 'Bupati', office: 'Kabupaten', headOffice: 'KANTOR BUPATI', secretary: 'Sekretaris Daerah' },
};

/** What a unit of this kind calls its head, its office and so on. */
export const words = (kind: UnitKind): Record<string, string> => catalogue[kind];
