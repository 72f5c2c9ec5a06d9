import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, IsString } from 'class-validator';
import type { DomainError } from './domain-error.js';
import { validationPipe } from './validation.js';

class Note {
  @ApiPropertyOptional() @IsOptional() @IsString() name?: string;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsString() nickname?: string | null;
  @ApiProperty() @IsOptional() @IsObject() data?: Record<string, unknown>;
}

const checked = (body: unknown): Promise<unknown> =>
  validationPipe().transform(body, { type: 'body', metatype: Note }).catch((error: DomainError) => error.errors?.map(({ field, code }) => `${field} ${code}`));

describe('the input of every route', () => {
  it.each<[string, unknown, unknown]>([
    ['null where the description allows none', { name: null }, ['name IS_NOT_NULL']],
    ['a character no text can hold', { name: 'SITI\u0000' }, ['name IS_TEXT']],
    ['the same further inside', { data: { rows: ['a', 'b\u0000'] } }, ['data.rows.1 IS_TEXT']],
    ['a field nobody knows', { nama: 'SITI' }, ['nama UNKNOWN_FIELD']],
  ])('is refused with %s, by its path', async (_words, body, errors) => {
    expect(await checked(body)).toEqual(errors);
  });

  it('may be null where the description says so, and hold what it likes within a free field', async () => {
    expect(await checked({ nickname: null, data: { rows: [null] } })).toEqual({ nickname: null, data: { rows: [null] } });
  });
});
