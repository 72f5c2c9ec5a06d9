/** The kind of an import run that brings residents. */
export const RESIDENT_IMPORT = 'residents';

/** What its tasks are about. */
export const RESIDENT_IMPORT_SUBJECT = 'resident-import';
