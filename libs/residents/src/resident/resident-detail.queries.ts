import { type Actor, type Clock, type Database, notFound } from '#platform';
import { maskFamilyNumber, type PlainDate } from '#values';
import { AREA_COLUMNS, AREA_JOINS, areasWithin } from '../area-path.js';
import { displayLabel } from '../code-table/code-table.js';
import { CODE_TABLES, type CodeTableName } from '../code-table/code-tables.js';
import { BASIC_STATUS } from '../code-table/registration-tables.js';
import { eventDto, type EventColumns } from '../population-event/event-words.js';
import { reachOf } from '../reach.js';
import { RECORD_COLUMNS, SPECIFIC_FIELDS } from './resident-fields.js';
import type { RegisteredResident } from './load-resident.js';
import { familyMember, type PersonColumns, residentRow, type ResidentColumns, ROW_COLUMNS } from './resident-row.js';
import type { ResidentDto } from './resident.dto.js';

type Detail = ResidentColumns & RegisteredResident;

/** Coded fields that a detail shows in words. */
const CODED: readonly CodeTableName[] = [
  'sex', 'religion', 'education', 'educationInProgress', 'occupation', 'maritalStatus', 'familyPosition', 'citizenship', 'bloodType', 'disability', 'chronicIllness',
  'contraception', 'pregnancy', 'identityCard', 'recordingStatus', 'insurance', 'basicStatus', 'residentStatus',
];

/** One person with family and events, read with one wait. @throws DomainError 404, also outside the actor's area */
export async function residentDetail(database: Database, clock: Clock, actor: Actor, id: string): Promise<ResidentDto> {
  const reach = reachOf(actor);
  const own = reach ? `and r.area_id = any(${areasWithin('$3')})` : '';
  const values = reach ? [actor.unitId, id, reach] : [actor.unitId, id];
  const suffix = reach ? '-own-area' : '';
  const [people, members, events] = await database.readVillageAll<[Detail, PersonColumns, EventColumns]>(actor, [
    {
      name: `resident${suffix}`,
      text: `select ${ROW_COLUMNS}, r.version, ${RECORD_COLUMNS}, f.number as "familyNumber", ${AREA_COLUMNS}
               from residents r join families f on f.village_id = $1 and f.id = r.family_id ${AREA_JOINS} where r.village_id = $1 and r.id = $2 ${own}`,
      values,
    },
    {
      name: `resident-family${suffix}`,
      text: `select ${ROW_COLUMNS} from residents r
              where r.village_id = $1 and r.family_id = (select family_id from residents where village_id = $1 and id = $2) ${own}
              order by r.family_position, r.birth_date, r.id limit 100`,
      values,
    },
    {
      name: 'resident-events',
      text: `select id, type, happened_on, reported_on, recorded_by_name, note, reverses, detail from population_events
              where village_id = $1 and resident_id = $2 order by recorded_at desc, id desc limit 100`,
      values: [actor.unitId, id],
    },
  ]);
  const person = people[0];
  if (!person) throw notFound();
  return detailDto(person, members, events, actor, clock.today());
}

function detailDto(person: Detail, members: PersonColumns[], events: EventColumns[], actor: Actor, today: PlainDate): ResidentDto {
  const sensitive = actor.permissions.has('resident.reveal');
  const codes: Record<string, number | null> = {};
  for (const field of CODED) codes[field] = sensitive || !SPECIFIC_FIELDS.has(field) ? person[field as keyof Detail] as number | null : null;
  const words = (field: CodeTableName): string | null => displayLabel(CODE_TABLES[field], codes[field] ?? null);
  const { birthPlace, maritalRecorded, fatherName, motherName, address, currentAddress, birthCertificate, marriageCertificate, marriedOn, divorceCertificate, divorcedOn, ethnicity, phone, email, note } = person;
  return {
    ...residentRow(person, today),
    version: person.version,
    familyNumberMasked: maskFamilyNumber(person.familyNumber),
    religion: words('religion'),
    education: words('education'),
    educationInProgress: words('educationInProgress'),
    occupation: words('occupation'),
    maritalStatus: words('maritalStatus'),
    citizenship: words('citizenship'),
    bloodType: words('bloodType'),
    residentStatus: words('residentStatus'),
    disability: words('disability'),
    chronicIllness: words('chronicIllness'),
    identityCard: words('identityCard'),
    recordingStatus: words('recordingStatus'),
    insurance: words('insurance'),
    birthPlace, maritalRecorded, fatherName, motherName, address, currentAddress, birthCertificate, marriageCertificate, marriedOn, divorceCertificate, divorcedOn, ethnicity, phone, email, note,
    codes,
    family: { id: person.family_id, numberMasked: maskFamilyNumber(person.familyNumber), members: members.map((member) => familyMember(member, today)) },
    events: events.map((event) => eventDto(event, sensitive)),
    actions: residentActions(actor, person.basic_status),
  };
}

/** What this actor may do with the person. */
export function residentActions(actor: Actor, basicStatus: number): string[] {
  const actions: string[] = [];
  if (actor.permissions.has('resident.reveal')) actions.push('reveal');
  if (actor.permissions.has('letter.request') && basicStatus === BASIC_STATUS.living) actions.push('request-letter');
  if (actor.permissions.has('resident.correct')) actions.push('correct');
  return actions;
}
