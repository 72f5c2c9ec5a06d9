import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { PageQuery } from '#platform';

/** Where a bill's money is; `closed` ones were superseded or withdrawn. */
export const BILL_STATES = ['unpaid', 'with-collector', 'deposited', 'settled', 'nil', 'closed'] as const;
export type BillState = (typeof BILL_STATES)[number];

export class BillQuery extends PageQuery {
  @ApiPropertyOptional({ example: '35.07.130.005.012-0045.0', description: 'NOP or its beginning, with or without separators' })
  @IsOptional()
  @IsString()
  @MaxLength(40, { message: 'NOP terlalu panjang.' })
  nop?: string;

  @ApiPropertyOptional({ description: 'beginnings of words of the name as printed, or of who manages it' })
  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'Pencarian paling banyak 100 huruf.' })
  search?: string;

  @ApiPropertyOptional({ example: 2026 })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Tulis tahun pajak.' })
  @Min(1985, { message: 'Tahun pajak paling awal 1985.' })
  @Max(2199, { message: 'Tahun pajak tidak terbaca.' })
  year?: number;

  @ApiPropertyOptional({ enum: BILL_STATES })
  @IsOptional()
  @IsIn(BILL_STATES, { message: 'Keadaan tagihan tidak dikenal.' })
  status?: BillState;

  @ApiPropertyOptional({ format: 'uuid', description: 'all years of one object' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Objek pajak tidak dikenal.' })
  object?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'on the round of this collector: assigned singly, or in an area of theirs that nobody nearer goes to' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Petugas tidak dikenal.' })
  collector?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'in this hamlet, RW or RT, or in one below it' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Wilayah tidak dikenal.' })
  area?: string;
}

export type BillFilter = Omit<BillQuery, 'limit' | 'after'>;

export class BillPenaltyDto {
  @ApiProperty({ description: 'months begun since the due date, capped' }) months: number;
  @ApiProperty({ type: 'integer', description: 'whole rupiah, as of today' }) amount: number;
}

export class BillDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) objectId: string;
  @ApiProperty({ example: '35.07.130.005.012-0045.0' }) nop: string;
  @ApiProperty() taxYear: number;
  @ApiProperty({ description: 'how often the year was assessed anew' }) cycle: number;
  @ApiProperty({ type: 'integer', description: 'whole rupiah, as listed' }) amount: number;
  @ApiProperty({ description: 'buku I–V as 1–5; 0 = nil' }) book: number;
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty({ description: 'as printed on the SPPT' }) payerName: string;
  @ApiProperty({ type: String, nullable: true, description: 'who really pays' }) managedBy: string | null;
  @ApiProperty({ type: String, nullable: true }) address: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'KRAJAN / RW 001 / RT 003', description: 'where the object lies' }) areaPath: string | null;
  @ApiProperty({ enum: BILL_STATES }) status: BillState;
  @ApiProperty({ type: 'integer', description: 'principal still owed' }) owed: number;
  @ApiProperty({ type: BillPenaltyDto, nullable: true, description: 'null: no rule for that tax year is in force' }) penalty: BillPenaltyDto | null;
}

export class BillListDto {
  @ApiProperty({ type: [BillDto] }) items: BillDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class BillCycleDto {
  @ApiProperty() cycle: number;
  @ApiProperty({ type: 'integer' }) amount: number;
  @ApiProperty({ format: 'date-time' }) openedAt: string;
  @ApiProperty({ type: String, nullable: true, enum: ['superseded', 'withdrawn'] }) closedAs: string | null;
}

export class BillDetailDto extends BillDto {
  @ApiProperty({ type: String, nullable: true }) payerAddress: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'm²' }) landArea: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'm²' }) buildingArea: number | null;
  @ApiProperty({ type: String, nullable: true }) landClass: string | null;
  @ApiProperty({ type: String, nullable: true }) buildingClass: string | null;
  @ApiProperty({ type: [String], description: 'how the penalty comes about, line by line', example: ['Jatuh tempo 30 September 2026'] }) penaltyLines: string[];
  @ApiProperty({ type: [BillCycleDto] }) cycles: BillCycleDto[];
}

export class UnpaidQuery {
  @ApiPropertyOptional({ example: 2026, description: 'tax year; without it all years' })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Tulis tahun pajak.' })
  @Min(1985, { message: 'Tahun pajak paling awal 1985.' })
  @Max(2199, { message: 'Tahun pajak tidak terbaca.' })
  year?: number;
}

export class UnpaidHamletDto {
  @ApiProperty({ type: String, nullable: true, format: 'uuid', description: 'null: objects that lie in no hamlet yet' }) areaId: string | null;
  @ApiProperty({ type: String, nullable: true }) hamlet: string | null;
  @ApiProperty({ description: 'unpaid bills' }) bills: number;
  @ApiProperty({ type: 'integer', description: 'rupiah owed, without penalty' }) owed: number;
}

export class UnpaidHamletListDto {
  @ApiProperty({ type: [UnpaidHamletDto], description: 'the hamlet that owes most first' }) items: UnpaidHamletDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
