import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength } from 'class-validator';
import { PageQuery } from '#platform';
import { PopulationEventDto } from '../population-event/population-event.dto.js';
import { ODDITIES, type Oddity } from './oddities.js';
import { STATUS_CODES, type StatusWord } from './resident-filter.js';

const STATUS_WORDS = Object.keys(STATUS_CODES) as StatusWord[];
const ODDITY_WORDS = Object.keys(ODDITIES) as Oddity[];
const OLDEST = 150;

/** `limit` and `after` are for the list only; counting takes no notice of them. */
export class ResidentQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'beginnings of words of the name in any order, or at least 6 digits of a NIK or family number; is audited', example: 'siti amin' })
  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'Pencarian paling banyak 100 huruf.' })
  search?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'a hamlet, RW or RT and everything in it' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Wilayah tidak dikenal.' })
  area?: string;

  @ApiPropertyOptional({ enum: ['L', 'P'] })
  @IsOptional()
  @IsIn(['L', 'P'], { message: 'Jenis kelamin L atau P.' })
  sex?: 'L' | 'P';

  @ApiPropertyOptional({ enum: STATUS_WORDS, description: 'everybody when left out' })
  @IsOptional()
  @IsIn(STATUS_WORDS, { message: 'Status tidak dikenal.' })
  status?: StatusWord;

  @ApiPropertyOptional({ minimum: 0, maximum: OLDEST, description: 'completed years, today in WIB' })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Umur harus berupa angka.' })
  @Min(0, { message: 'Umur paling kecil 0.' })
  @Max(OLDEST, { message: `Umur paling besar ${OLDEST}.` })
  ageFrom?: number;

  @ApiPropertyOptional({ minimum: 0, maximum: OLDEST })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Umur harus berupa angka.' })
  @Min(0, { message: 'Umur paling kecil 0.' })
  @Max(OLDEST, { message: `Umur paling besar ${OLDEST}.` })
  ageTo?: number;

  @ApiPropertyOptional({ enum: ODDITY_WORDS, description: 'only people about whom this is odd; see GET /residents/problems' })
  @IsOptional()
  @IsIn(ODDITY_WORDS, { message: 'Masalah data tidak dikenal.' })
  problem?: Oddity;
}

export class AreaNamesDto {
  @ApiProperty({ type: String, nullable: true, example: 'KRAJAN' }) hamlet: string | null;
  @ApiProperty({ type: String, nullable: true, example: '002' }) rw: string | null;
  @ApiProperty({ type: String, nullable: true, example: '005' }) rt: string | null;
}

export class ResidentRowDto extends AreaNamesDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ example: '350722******0003' }) nikMasked: string;
  @ApiProperty({ description: 'no NIK issued yet; the number stands in for it' }) temporaryNik: boolean;
  @ApiProperty({ enum: ['L', 'P'] }) sex: 'L' | 'P';
  @ApiProperty({ format: 'date' }) birthDate: string;
  @ApiProperty({ description: 'completed years, today in WIB' }) age: number;
  @ApiProperty({ format: 'uuid' }) familyId: string;
  @ApiProperty({ example: 'Kepala keluarga' }) familyPosition: string;
  @ApiProperty({ enum: STATUS_WORDS }) status: StatusWord;
}

export class ResidentListDto {
  @ApiProperty({ type: [ResidentRowDto] }) items: ResidentRowDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class ResidentCountDto {
  @ApiProperty() count: number;
  @ApiProperty({ description: 'there are more; counting stopped here' }) capped: boolean;
}

export class FamilyMemberDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() familyPosition: string;
  @ApiProperty() age: number;
  @ApiProperty({ enum: ['L', 'P'] }) sex: 'L' | 'P';
  @ApiProperty({ enum: STATUS_WORDS }) status: StatusWord;
  @ApiProperty() temporaryNik: boolean;
}

export class ResidentFamilyDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() numberMasked: string;
  @ApiProperty({ type: [FamilyMemberDto] }) members: FamilyMemberDto[];
}

const text = { type: String, nullable: true } as const;

/** Codes as words; the codes themselves stand in `codes`. Null = unknown, or not for this actor's role. */
export class ResidentDto extends ResidentRowDto {
  @ApiProperty({ description: 'counts changes; send it with a correction' }) version: number;
  @ApiProperty() familyNumberMasked: string;
  @ApiProperty(text) birthPlace: string | null;
  @ApiProperty(text) religion: string | null;
  @ApiProperty(text) education: string | null;
  @ApiProperty(text) educationInProgress: string | null;
  @ApiProperty(text) occupation: string | null;
  @ApiProperty(text) maritalStatus: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) maritalRecorded: boolean | null;
  @ApiProperty(text) citizenship: string | null;
  @ApiProperty(text) bloodType: string | null;
  @ApiProperty(text) residentStatus: string | null;
  @ApiProperty(text) fatherName: string | null;
  @ApiProperty(text) motherName: string | null;
  @ApiProperty(text) address: string | null;
  @ApiProperty(text) currentAddress: string | null;
  @ApiProperty({ ...text, description: 'specific personal data: for roles that may reveal' }) disability: string | null;
  @ApiProperty({ ...text, description: 'specific personal data: for roles that may reveal' }) chronicIllness: string | null;
  @ApiProperty(text) identityCard: string | null;
  @ApiProperty(text) recordingStatus: string | null;
  @ApiProperty(text) insurance: string | null;
  @ApiProperty(text) birthCertificate: string | null;
  @ApiProperty(text) marriageCertificate: string | null;
  @ApiProperty({ ...text, format: 'date' }) marriedOn: string | null;
  @ApiProperty(text) divorceCertificate: string | null;
  @ApiProperty({ ...text, format: 'date' }) divorcedOn: string | null;
  @ApiProperty(text) ethnicity: string | null;
  @ApiProperty(text) phone: string | null;
  @ApiProperty(text) email: string | null;
  @ApiProperty(text) note: string | null;
  @ApiProperty({ type: 'object', additionalProperties: { type: ['integer', 'null'] }, example: { religion: 1 } }) codes: Record<string, number | null>;
  @ApiProperty({ type: ResidentFamilyDto }) family: ResidentFamilyDto;
  @ApiProperty({ type: [PopulationEventDto] }) events: PopulationEventDto[];
  @ApiProperty({ type: [String], enum: ['reveal', 'request-letter', 'correct'] }) actions: string[];
}

export class RevealDto {
  @ApiProperty({ minLength: 5, maxLength: 200, example: 'Mencocokkan KTP-el pemohon' })
  @IsString({ message: 'Isi alasan membuka NIK.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @MinLength(5, { message: 'Alasan paling sedikit 5 huruf.' })
  @MaxLength(200, { message: 'Alasan paling banyak 200 huruf.' })
  reason: string;
}

export class RevealedDto {
  @ApiProperty() nik: string;
  @ApiProperty() familyNumber: string;
  @ApiProperty({ type: String, nullable: true }) fatherNik: string | null;
  @ApiProperty({ type: String, nullable: true }) motherNik: string | null;
}

export class ResidentProblemDto {
  @ApiProperty({ enum: ['family-without-head', 'nik-birthdate-mismatch', 'temporary-nik'] }) kind: string;
  @ApiProperty() label: string;
  @ApiProperty() detail: string;
  @ApiProperty() count: number;
}

export class ResidentProblemListDto {
  @ApiProperty({ type: [ResidentProblemDto] }) items: ResidentProblemDto[];
}
