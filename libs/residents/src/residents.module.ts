import { Module } from '@nestjs/common';
import { FamilyController } from './family/family.controller.js';
import { CorrectResident } from './population-event/correct-resident.js';
import { PopulationEventController } from './population-event/population-event.controller.js';
import { ResidentController } from './resident/resident.controller.js';
import { RevealIdentity } from './resident/reveal-identity.js';

/** The population register: people, families, and the events everything is derived from. */
@Module({ providers: [RevealIdentity, CorrectResident], exports: [RevealIdentity, CorrectResident] })
export class ResidentsModule {}

@Module({ imports: [ResidentsModule], controllers: [ResidentController, FamilyController, PopulationEventController] })
export class ResidentsHttpModule {}
