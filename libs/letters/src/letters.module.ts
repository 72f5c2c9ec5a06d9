import { Module } from '@nestjs/common';
import { DocumentsModule, TypesettingModule } from '#documents';
import { defineResidentUse } from '#residents';
import { defineLetterTypeSettings } from '#villages';
import { HomeController } from './home/home.controller.js';
import { LetterTypeController } from './letter-type/letter-type.controller.js';
import { letterTypes } from './letter-type/letter-types.js';
import { ApproveLetter } from './letter/approve-letter.js';
import { EditLetter } from './letter/edit-letter.js';
import { ExportLetters } from './letter/export-letters.js';
import { LetterActController } from './letter/letter-act.controller.js';
import { LetterPaperController } from './letter/letter-paper.controller.js';
import { LetterController } from './letter/letter.controller.js';
import { PreviewLetter } from './letter/preview-letter.js';
import { PrintLetter } from './letter/print-letter.js';
import { RejectLetter } from './letter/reject-letter.js';
import { RenderLetter } from './letter/render-letter.js';
import { ReplaceLetter } from './letter/replace-letter.js';
import { RequestLetter } from './letter/request-letter.js';
import { RetryRendering } from './letter/retry-rendering.js';
import { ReturnLetter } from './letter/return-letter.js';
import { VerifyLetter } from './letter/verify-letter.js';
import { VoidLetter } from './letter/void-letter.js';
import { SearchController } from './search/search.controller.js';

for (const { code, title } of letterTypes) defineLetterTypeSettings(code, title);

const verbs = [ExportLetters, RequestLetter, EditLetter, VerifyLetter, ReturnLetter, RejectLetter, ApproveLetter, RenderLetter, RetryRendering, VoidLetter, ReplaceLetter, PreviewLetter, PrintLetter];

defineResidentUse({
  by: 'dipakai surat',
  sql: `select e.resident_id as id from population_events e join letters l on l.village_id = $1 and l.resident_id = e.resident_id
         where e.village_id = $1 and e.import_run_id = $2 and e.type = 'opening' and e.reverses is null limit 1`,
});

/** Letters from request to archive. */
@Module({ imports: [DocumentsModule, TypesettingModule], providers: verbs, exports: verbs })
export class LettersModule {}

@Module({ imports: [LettersModule], controllers: [LetterTypeController, LetterController, LetterActController, LetterPaperController, SearchController, HomeController] })
export class LettersHttpModule {}
