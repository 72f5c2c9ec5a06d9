import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { largestPdf } from '../../apps/portal/src/create-portal.js';
import { LARGEST_MEGABYTES } from '../../libs/imports/src/run/receive-file.js';
import { LARGEST_PROOF_MEGABYTES } from '../../libs/pbb/src/deposit/deposit-proof.js';
import { LARGEST_LOGO } from '../../libs/villages/src/profile/logo-picture.js';

const MiB = 1024 * 1024;
const caddyfile = readFileSync('docker/proxy/Caddyfile', 'utf8');
const [, staff = '', portal = ''] = /\n\{\$STAFF_HOST.*? \{\n(.*?)\n\}\n\n\{\$PORTAL_HOST.*? \{\n(.*?)\n\}/s.exec(caddyfile) ?? [];
const limits = (site: string): Record<string, number> =>
  Object.fromEntries([...site.matchAll(/request_body (@\w+ )?\{\s*max_size (\d+)MiB/g)].map(([, matcher, size]) => [matcher?.trim() ?? 'all', Number(size) * MiB]));
/** The lengths over which a body is refused before it is read. */
const announced = (site: string): number[] => [...site.matchAll(/int\(\{http\.request\.header\.Content-Length\}\) > (\d+)`/g)].map(([, bytes]) => Number(bytes));
const text = (path: string): string => readFileSync(path, 'utf8');

/** The addresses whose controllers call receiveFile, and the limit each names. */
function uploadRoutes(): { address: string; megabytes: string }[] {
  return readdirSync('libs', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.controller.ts')).flatMap((file) => {
    const source = text(`libs/${file}`);
    const [, base = ''] = /@Controller\('\/?(.*?)'\)/.exec(source) ?? [];
    return [...source.matchAll(/receiveFile\(request, this\.store(?:, (\w+))?\)/g)].map(({ 1: megabytes = 'LARGEST_MEGABYTES', index }) => {
      const [, under = ''] = [...source.slice(0, index).matchAll(/@Post\((?:'(.*?)')?\)/g)].at(-1) ?? [];
      return { address: ['/api/v1', base, under.replace(/:\w+/, '*')].filter(Boolean).join('/'), megabytes };
    });
  });
}

describe('the reverse proxy', () => {
  it('lets through what the applications take, so that they refuse in their own words, and little more', () => {
    expect(Object.keys(limits(staff))).toEqual(['@list', '@proof', '@other']);
    const { '@list': list = 0, '@proof': proof = 0, '@other': other = 0 } = limits(staff);
    const { all = 0 } = limits(portal);
    expect(announced(staff)).toEqual([list, proof, other]);
    expect(announced(portal)).toEqual([all]);
    const bodyLimit = Number(/bodyLimit: ([\d_]+)/.exec(text('libs/platform/src/http/start-http.ts'))?.[1]?.replaceAll('_', ''));
    for (const [door, taken] of [[list, LARGEST_MEGABYTES * MiB], [proof, LARGEST_PROOF_MEGABYTES * MiB], [all, largestPdf], [other, Math.max(bodyLimit, LARGEST_LOGO)]] as const) {
      expect(door).toBeGreaterThan(taken);
      expect(door).toBeLessThanOrEqual(taken + MiB);
    }
  });

  it('gives the larger limits to the addresses where files are uploaded, and the small one to every other', () => {
    const [, lists = ''] = /@list path (.+)/.exec(staff) ?? [];
    const [, proof = ''] = /@proof path (.+)/.exec(staff) ?? [];
    const [small, long] = [...staff.matchAll(/not path (.+)/g)].map(([, addresses]) => addresses);
    expect([small, long]).toEqual([`${lists} ${proof}`, `${lists} ${proof}`]);
    expect(staff).toContain(`@longList {\n\t\tpath ${lists}\n`);
    expect(staff).toContain(`@longProof {\n\t\tpath ${proof}\n`);
    // Every route that reads an upload, and how large: a new one without its door would be refused in production alone.
    const uploads = uploadRoutes();
    expect(uploads.filter(({ megabytes }) => megabytes === 'LARGEST_MEGABYTES').map(({ address }) => address).toSorted()).toEqual(lists.split(' ').toSorted());
    expect(uploads.filter(({ megabytes }) => megabytes === 'LARGEST_PROOF_MEGABYTES').map(({ address }) => address)).toEqual([proof]);
    const routes = text('test/house/routes.txt');
    for (const { address } of uploads) expect(routes).toMatch(new RegExp(`POST +${address.replace('*', '\\{id\\}')}\\s`));
  });

  it('names the same sizes to people as the code does', () => {
    expect(caddyfile).toContain(`Daftar dan rekening koran paling besar ${LARGEST_MEGABYTES} MB, bukti setor ${LARGEST_PROOF_MEGABYTES} MB.`);
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
