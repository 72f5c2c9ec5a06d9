import type { VillageKind } from '#values';

/** What a desa and a kelurahan call the same thing (UU 6/2014; UU 23/2014): a kelurahan has a Lurah. */
export interface Words {
  readonly office: 'Desa' | 'Kelurahan';
  readonly head: 'Kepala Desa' | 'Lurah';
  readonly secretary: 'Sekretaris Desa' | 'Sekretaris Kelurahan';
  readonly treasurer: 'Bendahara Desa' | 'Bendahara Kelurahan';
  readonly hamlet: 'Dusun' | 'Lingkungan';
  readonly hamletHead: 'Kepala Dusun' | 'Kepala Lingkungan';
  readonly headOffice: 'Kantor Kepala Desa' | 'Kantor Kelurahan';
}

const catalogue: Record<VillageKind, Words> = {
  desa: {
    office: 'Desa',
    head: 'Kepala Desa',
    secretary: 'Sekretaris Desa',
    treasurer: 'Bendahara Desa',
    hamlet: 'Dusun',
    hamletHead: 'Kepala Dusun',
    headOffice: 'Kantor Kepala Desa',
  },
  kelurahan: {
    office: 'Kelurahan',
    head: 'Lurah',
    secretary: 'Sekretaris Kelurahan',
    treasurer: 'Bendahara Kelurahan',
    hamlet: 'Lingkungan',
    hamletHead: 'Kepala Lingkungan',
    headOffice: 'Kantor Kelurahan',
  },
};

/** The words of a kind of village; every screen and letter takes them from here. */
export const words = (kind: VillageKind): Words => catalogue[kind];
