import { measureResidents } from '../measure/residents.mjs';
import { KINDS } from '../stage/resident-questions.mjs';

export default {
  title: 'The list of residents through the API, signed in, against the same statement without row level security',
  run: (stage) => measureResidents(stage, 'list', { 'first page': KINDS.firstPage, 'next page': KINDS.nextPage, 'of an RT': KINDS.ofAnArea }),
};
