import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';

export class NewTaxRuleSetDto {
  @ApiProperty({ example: 2024 })
  @IsInt({ message: 'Tulis tahun pajak pertama.' })
  @Min(1985, { message: 'Tahun pajak paling awal 1985.' })
  @Max(2199, { message: 'Tahun pajak tidak terbaca.' })
  taxYearFrom: number;

  @ApiPropertyOptional({ type: Number, nullable: true, example: null, description: 'null: until another set says otherwise' })
  @IsOptional()
  @IsInt({ message: 'Tulis tahun pajak terakhir, atau kosongkan.' })
  @Max(2199, { message: 'Tahun pajak tidak terbaca.' })
  taxYearTo?: number | null;

  @ApiProperty({ example: 1000, description: 'parts per 100.000 a month: 1 % = 1000' })
  @IsInt({ message: 'Tulis tarif denda sebulan.' })
  @Min(0, { message: 'Tarif denda tidak boleh kurang dari nol.' })
  @Max(100_000, { message: 'Tarif denda paling banyak 100 %.' })
  monthlyRate: number;

  @ApiProperty({ example: 24, description: 'months after which the penalty grows no more' })
  @IsInt({ message: 'Tulis batas bulan.' })
  @Min(0, { message: 'Batas bulan tidak boleh kurang dari nol.' })
  @Max(600, { message: 'Batas bulan paling banyak 600.' })
  mostMonths: number;

  @ApiProperty({ example: 'Perda Kab. Malang 7/2023', maxLength: 300 })
  @IsString({ message: 'Sebutkan peraturannya.' })
  @MinLength(5, { message: 'Sebutkan peraturannya.' })
  @MaxLength(300, { message: 'Nama peraturan paling banyak 300 huruf.' })
  regulation: string;

  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500, { message: 'Catatan paling banyak 500 huruf.' })
  note?: string;
}

export class TaxRuleSetDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() taxYearFrom: number;
  @ApiProperty({ type: Number, nullable: true }) taxYearTo: number | null;
  @ApiProperty({ description: 'parts per 100.000 a month' }) monthlyRate: number;
  @ApiProperty() mostMonths: number;
  @ApiProperty() regulation: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ enum: ['proposed', 'approved', 'rejected'] }) state: string;
  @ApiProperty() proposedBy: string;
  @ApiProperty({ format: 'date-time' }) proposedAt: string;
  @ApiProperty({ type: String, nullable: true }) approvedBy: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) approvedAt: string | null;
  @ApiProperty({ type: [String], enum: ['approve', 'reject'] }) actions: string[];
}

export class TaxRuleSetListDto {
  @ApiProperty({ type: [TaxRuleSetDto] }) items: TaxRuleSetDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
