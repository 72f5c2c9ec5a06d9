import { describe, expect, it } from '@jest/globals';
import { belongsToOffice, permissionsAt, roleName, roleNamed, roles } from './roles.js';

const lines = (pick: (slug: string) => readonly string[] | null): Record<string, string> =>
  Object.fromEntries([...roles.keys()].map((slug) => [slug, [...(pick(slug) ?? ['—'])].toSorted().join(' ')]));

describe('the role table', () => {
  it('gives each role at its own unit exactly these permissions', () => {
    expect(lines((slug) => roleNamed(slug).permissions)).toMatchInlineSnapshot(`
{
  "civil-registry": "regency.read region.read report.read",
  "collector": "bill.read deposit.list payment.read payment.receive region.read task.read village.read",
  "district-head": "dispute.read regency.read region.read report.pbb report.read",
  "hamlet-head": "letter.request region.read resident.read village.read",
  "inspectorate": "audit.read bank.read regency.read region.read report.pbb report.read",
  "neighbourhood-head": "letter.request region.read resident.read village.read",
  "operator": "area.manage bill.read family.export family.read letter.print letter.read letter.request letter.return letter.verify region.read resident.correct resident.export resident.import resident.read resident.reveal setting.read task.read village.read",
  "platform-admin": "region.read user.manage",
  "regency-admin": "audit.read regency.read region.read report.pbb report.read setting.manage setting.read task.read user.manage",
  "tax-office": "assessment.import bank.read bank.reconcile bill.read dispute.answer dispute.read ledger.read payment.read regency.read region.read report.pbb report.read task.read tax-rule.approve tax-rule.propose",
  "treasurer": "bill.read collector.manage deposit.confirm ledger.read payment.read payment.reverse region.read report.pbb task.read village.read",
  "village-affairs": "regency.read region.read report.read",
  "village-head": "audit.read bill.read family.read ledger.read letter.approve letter.print letter.read letter.reject letter.return letter.void payment.read region.read report.pbb report.read resident.read resident.reveal setting.read task.read village.read",
  "village-officer": "family.read letter.print letter.read letter.request letter.return letter.verify region.read resident.read task.read village.read",
  "village-secretary": "area.manage audit.read bill.read collector.manage deposit.confirm family.export family.read ledger.read letter.approve letter.print letter.read letter.reject letter.request letter.return letter.verify official.manage payment.read payment.reverse region.read report.pbb report.read resident.correct resident.export resident.import resident.read resident.reveal setting.manage setting.read task.read user.manage village.read village.update",
}
`);
  });

  it('gives each role in a village it visits exactly these permissions', () => {
    expect(lines((slug) => roleNamed(slug).visiting)).toMatchInlineSnapshot(`
{
  "civil-registry": "region.read village.read",
  "collector": "—",
  "district-head": "region.read village.read",
  "hamlet-head": "—",
  "inspectorate": "audit.read region.read village.read",
  "neighbourhood-head": "—",
  "operator": "—",
  "platform-admin": "—",
  "regency-admin": "audit.read region.read setting.read village.read",
  "tax-office": "bill.read ledger.read payment.read region.read village.read",
  "treasurer": "—",
  "village-affairs": "region.read village.read",
  "village-head": "—",
  "village-officer": "—",
  "village-secretary": "—",
}
`);
  });

  it('lets each role grant exactly these roles', () => {
    expect(lines((slug) => roleNamed(slug).grants)).toMatchInlineSnapshot(`
{
  "civil-registry": "",
  "collector": "",
  "district-head": "",
  "hamlet-head": "",
  "inspectorate": "",
  "neighbourhood-head": "",
  "operator": "",
  "platform-admin": "platform-admin regency-admin",
  "regency-admin": "civil-registry collector district-head hamlet-head inspectorate neighbourhood-head operator tax-office treasurer village-affairs village-head village-officer village-secretary",
  "tax-office": "",
  "treasurer": "",
  "village-affairs": "",
  "village-head": "",
  "village-officer": "",
  "village-secretary": "collector hamlet-head neighbourhood-head operator treasurer village-officer",
}
`);
  });

  it('shows no resident to any role above the village, at home or on a visit', () => {
    for (const role of roles.values()) {
      if (!belongsToOffice(role)) continue;
      for (const permission of [...role.permissions, ...(role.visiting ?? [])]) expect(permission).not.toMatch(/^(resident|family|letter)\./);
    }
  });

  it('lets nobody grant a role that can grant his own, so nobody climbs through another account', () => {
    for (const role of roles.values()) {
      for (const granted of role.grants) {
        if (granted === role.slug) continue;
        expect(roleNamed(granted).grants).not.toContain(role.slug);
      }
    }
  });

  it('treats an office role at a village as a visitor and a village role never', () => {
    expect(permissionsAt('regency-admin', 0).has('user.manage')).toBe(true);
    expect(permissionsAt('regency-admin', 7).has('user.manage')).toBe(false);
    expect(permissionsAt('tax-office', 7).has('bill.read')).toBe(true);
    expect(permissionsAt('tax-office', 7).has('assessment.import')).toBe(false);
    expect(permissionsAt('operator', 7).has('resident.import')).toBe(true);
    expect(permissionsAt('nobody', 7).size).toBe(0);
  });

  it('calls the head of a kelurahan Lurah', () => {
    expect(roleName(roleNamed('village-head'), 'desa')).toBe('Kepala Desa');
    expect(roleName(roleNamed('village-head'), 'kelurahan')).toBe('Lurah');
  });
});
