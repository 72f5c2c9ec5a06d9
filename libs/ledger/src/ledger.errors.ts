import { DomainError } from '#platform';

export const journalReversed = (): DomainError => new DomainError('JOURNAL_REVERSED', 409, 'Pembukuan ini sudah dibatalkan.');
