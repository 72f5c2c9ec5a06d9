import { Module } from '@nestjs/common';
import { ExportFamilies } from './family/export-families.js';
import { FamilyController } from './family/family.controller.js';
import { CorrectResident } from './population-event/correct-resident.js';
import { PopulationEventController } from './population-event/population-event.controller.js';
import { ApplyResidentImport } from './resident-import/apply-resident-import.js';
import { CancelResidentImport } from './resident-import/cancel-resident-import.js';
import { CheckResidentImport } from './resident-import/check-resident-import.js';
import { ClearResidentImport } from './resident-import/clear-resident-import.js';
import { ExpireResidentImports } from './resident-import/expire-resident-imports.js';
import { ResidentImportController } from './resident-import/resident-import.controller.js';
import { ReverseResidentImport } from './resident-import/reverse-resident-import.js';
import { StartResidentImport } from './resident-import/start-resident-import.js';
import { TakeBackResidentImport } from './resident-import/take-back-resident-import.js';
import { WriteResidentImport } from './resident-import/write-resident-import.js';
import { ExportResidents } from './resident/export-residents.js';
import { WriteResidentImportErrors } from './resident-import/write-errors.js';
import { ResidentController } from './resident/resident.controller.js';
import { RevealIdentity } from './resident/reveal-identity.js';

const verbs = [RevealIdentity, ExportResidents, ExportFamilies, CorrectResident, StartResidentImport, ApplyResidentImport, ReverseResidentImport, CancelResidentImport];

/** What the worker runs. */
const work = [CheckResidentImport, WriteResidentImport, TakeBackResidentImport, ClearResidentImport, ExpireResidentImports, WriteResidentImportErrors];

/** The population register: people, families, and the events everything is derived from. */
@Module({ providers: [...verbs, ...work], exports: [...verbs, ExpireResidentImports] })
export class ResidentsModule {}

@Module({ imports: [ResidentsModule], controllers: [ResidentController, FamilyController, PopulationEventController, ResidentImportController] })
export class ResidentsHttpModule {}
