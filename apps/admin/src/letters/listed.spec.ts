import { describe, expect, it } from '@jest/globals';
import { listed } from './listed.js';

describe('labels in a sentence', () => {
  it.each([
    [['Agama'], 'Agama'],
    [['Agama', 'Pekerjaan'], 'Agama dan pekerjaan'],
    [['Agama', 'Status perkawinan', 'Pekerjaan'], 'Agama, status perkawinan, dan pekerjaan'],
  ])('%j', (labels, words) => expect(listed(labels)).toBe(words));
});
