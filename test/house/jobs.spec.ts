import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { WorkerModule } from '../../apps/worker/src/app.module.js';
import { defineJob, jobNamed, jobNames } from '#platform';
import { globSync } from './files.js';

/** Every job of the worker: queue and the verb it runs. */
const jobs: Record<string, string> = {
  'check-assessment-import': 'heavy CheckAssessmentImport',
  'check-bank-statement': 'heavy CheckStatement',
  'check-resident-import': 'heavy CheckResidentImport',
  'clear-assessment-import': 'quick ClearAssessmentImport',
  'clear-bank-statement': 'quick ClearStatement',
  'clear-resident-import': 'quick ClearResidentImport',
  'compare-assessment-parts': 'heavy CompareAssessmentParts',
  'expect-receipt': 'quick ExpectReceipt',
  'match-lines': 'heavy MatchLines',
  'note-settled': 'quick NoteSettled',
  'pass-on-claims': 'quick PassOnClaims',
  'render-letter': 'quick RenderLetter',
  'render-receipt': 'quick RenderReceipt',
  'settle-deposit': 'quick SettleDeposit',
  'take-back-assessment-import': 'heavy TakeBackAssessmentImport',
  'take-back-bank-statement': 'heavy TakeBackStatement',
  'take-back-resident-import': 'heavy TakeBackResidentImport',
  'unsettle-deposit': 'quick UnsettleDeposit',
  'write-assessment-errors': 'quick WriteAssessmentErrors',
  'write-assessment-import': 'heavy WriteAssessmentImport',
  'write-bank-statement': 'heavy WriteStatement',
  'write-resident-import': 'heavy WriteResidentImport',
  'write-resident-import-errors': 'quick WriteResidentImportErrors',
};

/** A job names a record by its id and counts with whole numbers; everything else it reads where it lies. */
const ids = /"(format":"uuid"|type":"integer")/;

describe('the jobs', () => {
  it('are these, and the worker module brings in every one of them', () => {
    expect(WorkerModule).toBeDefined();
    expect(Object.fromEntries(jobNames().map((name) => [name, `${jobNamed(name)?.queue} ${jobNamed(name)?.run.name}`]))).toEqual(jobs);
  });

  it('are named once each: a second job of one name stops the boot', () => {
    const [name = ''] = jobNames();
    expect(() => defineJob({ name, schema: z.object({}), run: class Nothing { run = async (): Promise<void> => undefined; } })).toThrow(`two jobs are named ${name}`);
    const written = globSync('libs', /\.job\.ts$/).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/defineJob\(\{ name: '([^']+)'/g)].map(([, found]) => found));
    expect(written.toSorted()).toEqual(jobNames());
  });

  it.each(Object.keys(jobs))('%s carries ids and whole numbers only', (name) => {
    const schema = z.toJSONSchema(jobNamed(name)?.schema ?? z.never()) as { type?: string; properties?: Record<string, object> };
    expect(schema.type).toBe('object');
    const fields = Object.entries(schema.properties ?? {});
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.filter(([, field]) => !ids.test(JSON.stringify(field)))).toEqual([]);
  });

  it.each(Object.keys(jobs))('%s refuses a payload with a name in the place of an id', (name) => {
    const schema = jobNamed(name)?.schema ?? z.never();
    const fields = Object.keys((z.toJSONSchema(schema) as { properties: object }).properties);
    expect(schema.safeParse(Object.fromEntries(fields.map((field) => [field, 'SITI AMINAH']))).success).toBe(false);
  });
});
