import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { ImportRunDto } from '#imports';

export class StatementReversalDto {
  @ApiProperty({ minLength: 5, maxLength: 300 })
  @IsString({ message: 'Isi alasan.' })
  @MinLength(5, { message: 'Alasan paling sedikit 5 huruf.' })
  @MaxLength(300, { message: 'Alasan paling banyak 300 huruf.' })
  reason: string;
}

/** The fields of the upload's form beside `file`; they stand before it. */
export class StatementUploadDto {
  @ApiProperty({ type: 'string', format: 'binary', description: '.csv, .xlsx or camt.053 (.02, .08)' }) file: unknown;
  @ApiProperty({ format: 'uuid', description: 'the bank account' }) account: string;
  @ApiPropertyOptional({ example: '1.250.000,00', description: 'opening balance, for a file that has none' }) opening?: string;
  @ApiPropertyOptional({ example: '1.500.000,00', description: 'closing balance, for a file that has none' }) closing?: string;
  @ApiPropertyOptional({ example: '{"bookedOn":"TGL","remark":"URAIAN","amount":"NILAI"}', description: 'field → heading as written, as JSON; without it headings are recognised' }) mapping?: string;
}

/** Amounts in rupiah, with two decimals where the bank has hundredths. */
export class StatementFactsDto {
  @ApiProperty({ format: 'date' }) firstDay: string;
  @ApiProperty({ format: 'date' }) lastDay: string;
  @ApiProperty() opening: number;
  @ApiProperty() closing: number;
}

/** Where its lines stand; rupiah of money in. */
export class StatementProgressDto {
  @ApiProperty() claimed: number;
  @ApiProperty({ type: 'integer' }) claimedAmount: number;
  @ApiProperty({ description: 'suspense' }) open: number;
  @ApiProperty({ type: 'integer' }) openAmount: number;
  @ApiProperty({ description: 'cancelled by the bank itself' }) reversed: number;
}

export class StatementRunDto extends ImportRunDto {
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty({ type: StatementFactsDto, nullable: true }) facts: StatementFactsDto | null;
  @ApiProperty({ type: StatementProgressDto, nullable: true, description: 'once booked' }) matching: StatementProgressDto | null;
}
