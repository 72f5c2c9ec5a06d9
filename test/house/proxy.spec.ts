import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { largestPdf } from '../../apps/portal/src/create-portal.js';
import { LARGEST_MEGABYTES } from '../../libs/imports/src/run/receive-file.js';
import { LARGEST_LOGO } from '../../libs/villages/src/profile/logo-picture.js';

const MiB = 1024 * 1024;
const caddyfile = readFileSync('docker/proxy/Caddyfile', 'utf8');
const [, staff = '', portal = ''] = /\n\{\$STAFF_HOST.*? \{\n(.*?)\n\}\n\n\{\$PORTAL_HOST.*? \{\n(.*?)\n\}/s.exec(caddyfile) ?? [];
const limits = (site: string): Record<string, number> =>
  Object.fromEntries([...site.matchAll(/request_body (@\w+ )?\{\s*max_size (\d+)MiB/g)].map(([, matcher, size]) => [matcher?.trim() ?? 'all', Number(size) * MiB]));
/** The lengths over which a body is refused before it is read. */
const announced = (site: string): number[] => [...site.matchAll(/int\(\{http\.request\.header\.Content-Length\}\) > (\d+)`/g)].map(([, bytes]) => Number(bytes));
const text = (path: string): string => readFileSync(path, 'utf8');

describe('the reverse proxy', () => {
  it('lets through what the applications take, so that they refuse in their own words, and little more', () => {
    expect(Object.keys(limits(staff))).toEqual(['@list', '@other']);
    const { '@list': list = 0, '@other': other = 0 } = limits(staff);
    const { all = 0 } = limits(portal);
    expect(announced(staff)).toEqual([list, other]);
    expect(announced(portal)).toEqual([all]);
    const bodyLimit = Number(/bodyLimit: ([\d_]+)/.exec(text('libs/platform/src/http/start-http.ts'))?.[1]?.replaceAll('_', ''));
    for (const [door, taken] of [[list, LARGEST_MEGABYTES * MiB], [all, largestPdf], [other, Math.max(bodyLimit, LARGEST_LOGO)]] as const) {
      expect(door).toBeGreaterThan(taken);
      expect(door).toBeLessThanOrEqual(taken + MiB);
    }
  });

  it('gives the large limit to the address where lists are uploaded, and the small one to every other', () => {
    const [, address = ''] = /@list path (\S+)/.exec(staff) ?? [];
    expect(staff).toContain(`@other not path ${address}\n`);
    expect(text('test/house/routes.txt')).toMatch(new RegExp(`POST +${address}\\s`));
  });

  it('names the same sizes to people as the code does', () => {
    expect(caddyfile).toContain(`Daftar penduduk paling besar ${LARGEST_MEGABYTES} MB.`);
    expect(caddyfile).toContain(`lebih dari ${largestPdf / MiB} MB.`);
    expect(text('apps/portal/src/refusal/html.filter.ts')).toContain(`lebih dari ${largestPdf / MiB} MB.`);
  });

  it('waits as long as the largest list takes on a line of 1 Mbit/s', () => {
    const minutes = Number(/read_body (\d+)m\n/.exec(caddyfile)?.[1]);
    expect(minutes * 60).toBeGreaterThanOrEqual((LARGEST_MEGABYTES * MiB * 8) / 1_000_000);
  });

  it('tells a body over the limit as that, and not as a restart', () => {
    const errors = /handle_errors \{(.*?)\n\t\}/s.exec(caddyfile)?.[1] ?? '';
    expect(errors).toMatch(/@large expression \{http\.error\.status_code\} == 413\n\s*handle @large \{/);
    const answers = [...errors.matchAll(/respond [`"](.*?)[`"] (\d+)$/gm)].map(([, body = '', status]) => [status, body.startsWith('{') ? (JSON.parse(body) as { status: number }).status : body]);
    expect(answers).toEqual([['413', 413], ['413', expect.stringContaining('Berkas terlalu besar.')], ['503', 503], ['503', 'Layanan sedang dimulai ulang. Coba lagi sebentar.']]);
  });
});
