import { DomainError } from '#platform';

export const ruleMissing = (taxYear: number): DomainError =>
  new DomainError('TAX_RULE_MISSING', 409, `Aturan denda untuk tahun pajak ${taxYear} belum ditetapkan. Hubungi Bapenda.`);

export const ruleDecided = (): DomainError => new DomainError('TAX_RULE_DECIDED', 409, 'Usulan aturan ini sudah diputuskan.');

export const ownProposal = (): DomainError => new DomainError('TAX_RULE_OWN_PROPOSAL', 403, 'Usulan sendiri harus disetujui orang lain.');
