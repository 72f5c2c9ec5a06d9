import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

const positions = ['head', 'secretary', 'officer', 'treasurer', 'hamlet-head'] as const;
export type Position = (typeof positions)[number];
const day = /^\d{4}-\d{2}-\d{2}$/;
const tooLong = { message: 'Isian terlalu panjang.' };

export class OfficialDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'Suwondo Hadi Prasetyo, S.Pd.', description: 'as printed below the signature' }) name: string;
  @ApiProperty({ enum: positions }) position: Position;
  @ApiProperty({ example: 'Kepala Desa' }) positionName: string;
  @ApiProperty({ type: String, nullable: true, example: 'Penata' }) rank: string | null;
  @ApiProperty({ type: String, nullable: true }) nip: string | null;
  @ApiProperty({ type: String, nullable: true, enum: ['Plt.', 'Plh.', null], description: 'acting for a vacant post (Plt.) or an absent holder (Plh.)' }) acting: 'Plt.' | 'Plh.' | null;
  @ApiProperty({ format: 'date' }) startedOn: string;
  @ApiProperty({ type: String, nullable: true, format: 'date', description: 'last day in office; null while it lasts' }) endedOn: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'uuid', description: 'login of this person' }) userId: string | null;
  @ApiProperty({ description: 'may be chosen as signatory of letters' }) maySign: boolean;
  @ApiProperty({ type: [String], example: ['update'] }) actions: string[];
}

export class OfficialListDto {
  @ApiProperty({ type: [OfficialDto], description: 'in office first, the head first' }) items: OfficialDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class NewOfficialDto {
  @ApiProperty({ example: 'Suwondo Hadi Prasetyo, S.Pd.' })
  @IsString({ message: 'Isi nama.' })
  @MaxLength(200, tooLong)
  name: string;

  @ApiProperty({ enum: positions })
  @IsIn(positions, { message: 'Pilih jabatan.' })
  position: Position;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Kasi Pelayanan', description: 'required of an officer; else the usual name of the post' })
  @IsOptional()
  @IsString({ message: 'Isi nama jabatan.' })
  @MaxLength(200, tooLong)
  positionName?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, enum: ['Plt.', 'Plh.', null] })
  @IsOptional()
  @IsIn(['Plt.', 'Plh.'], { message: 'Pilih Plt. atau Plh.' })
  acting?: 'Plt.' | 'Plh.' | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Penata' })
  @IsOptional()
  @IsString({ message: 'Isi pangkat.' })
  @MaxLength(200, tooLong)
  rank?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'NIP, or NIPD of village staff' })
  @IsOptional()
  @IsString({ message: 'Isi NIP atau NIPD.' })
  @MaxLength(200, tooLong)
  nip?: string | null;

  @ApiProperty({ format: 'date' })
  @Matches(day, { message: 'Isi tanggal mulai menjabat.' })
  startedOn: string;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'date', description: 'last day in office' })
  @IsOptional()
  @Matches(day, { message: 'Isi tanggal selesai menjabat.' })
  endedOn?: string | null;

  @ApiPropertyOptional({ default: false })
  @IsOptional()
  @IsBoolean({ message: 'Pilih boleh menandatangani atau tidak.' })
  maySign?: boolean;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'uuid' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Pengguna tidak dikenal.' })
  userId?: string | null;
}

/** Fields left out stay; `endedOn` ends the term. */
export class OfficialChangeDto extends PartialType(NewOfficialDto) {}
