import { Module } from '@nestjs/common';
import { DeleteImportMapping } from './mapping/delete-import-mapping.js';
import { ImportMappingController } from './mapping/import-mapping.controller.js';
import { ReplaceImportMapping } from './mapping/replace-import-mapping.js';
import { SaveImportMapping } from './mapping/save-import-mapping.js';

/** What imports of every kind share over HTTP: the saved headings. */
@Module({ controllers: [ImportMappingController], providers: [SaveImportMapping, ReplaceImportMapping, DeleteImportMapping] })
export class ImportsHttpModule {}
