import type { Readable } from 'node:stream';
import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { WORKBOOK_TYPE } from './workbook-file.js';

/** Describes a route that answers with `workbookAnswer`. */
export const AnswersWorkbook = (): MethodDecorator & ClassDecorator => applyDecorators(ApiProduces(WORKBOOK_TYPE), ApiOkResponse({ schema: { type: 'string', format: 'binary' } }));

/** A workbook to be kept under this name. */
export const workbookAnswer = (name: string, content: Readable): StreamableFile => new StreamableFile(content, { type: WORKBOOK_TYPE, disposition: `attachment; filename="${name}.xlsx"` });
