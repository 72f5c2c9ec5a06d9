import type { CodeTable } from './code-table.js';
import { educationInProgressTable, educationTable } from './education-tables.js';
import { familyPositionTable, maritalStatusTable } from './family-tables.js';
import { chronicIllnessTable, contraceptionTable, disabilityTable, insuranceTable, pregnancyTable } from './health-tables.js';
import { occupationTable } from './occupation-table.js';
import { bloodTypeTable, citizenshipTable, readingTable, religionTable, sexTable } from './person-tables.js';
import { basicStatusTable, identityCardTable, recordingStatusTable, residentStatusTable } from './registration-tables.js';

/** Every coded field of a resident, by the field's name. */
export const CODE_TABLES = {
  sex: sexTable,
  religion: religionTable,
  education: educationTable,
  educationInProgress: educationInProgressTable,
  occupation: occupationTable,
  maritalStatus: maritalStatusTable,
  familyPosition: familyPositionTable,
  citizenship: citizenshipTable,
  bloodType: bloodTypeTable,
  disability: disabilityTable,
  chronicIllness: chronicIllnessTable,
  contraception: contraceptionTable,
  pregnancy: pregnancyTable,
  identityCard: identityCardTable,
  recordingStatus: recordingStatusTable,
  insurance: insuranceTable,
  basicStatus: basicStatusTable,
  residentStatus: residentStatusTable,
  reading: readingTable,
} as const satisfies Record<string, CodeTable>;

export type CodeTableName = keyof typeof CODE_TABLES;
