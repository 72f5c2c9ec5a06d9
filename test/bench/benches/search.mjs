import { measureResidents } from '../measure/residents.mjs';
import { KINDS } from '../stage/resident-questions.mjs';

export default {
  title: 'Search for residents through the API, signed in and audited, against the same statement without row level security',
  run: (stage) => measureResidents(stage, 'search', { 'one word': KINDS.oneWord, 'two words': KINDS.twoWords, 'beginning of a NIK': KINDS.beginningOfNik }),
};
