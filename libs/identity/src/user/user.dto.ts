import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '#platform';
import { MembershipUnitDto } from '../session/session.dto.js';

const villageCode = /^\d{2}\.\d{2}(\.\d{2}\.\d{4})?$/;
const districtCode = /^\d{2}\.\d{2}\.\d{2}$/;

export class MembershipInputDto {
  @ApiProperty({ example: 'operator' })
  @IsString({ message: 'Pilih peran.' })
  @IsNotEmpty({ message: 'Pilih peran.' })
  @MaxLength(40, { message: 'Peran tidak dikenal.' })
  role: string;

  @ApiPropertyOptional({ example: '35.07.22.2003', description: 'where; the actor’s own unit when left out' })
  @IsOptional()
  @Matches(villageCode, { message: 'Kode desa tidak sesuai.' })
  village?: string;

  @ApiPropertyOptional({ example: '35.07.22', description: 'of a district role' })
  @IsOptional()
  @Matches(districtCode, { message: 'Kode kecamatan tidak sesuai.' })
  district?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'of a hamlet, RW or RT head' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Wilayah tidak dikenal.' })
  area?: string;
}

export class NewUserDto extends MembershipInputDto {
  @ApiProperty({ example: 'Siti Aminah' })
  @IsString({ message: 'Isi nama.' })
  @Matches(/\S/, { message: 'Isi nama.' })
  @MaxLength(100, { message: 'Nama paling banyak 100 huruf.' })
  name: string;

  @ApiProperty({ example: 'siti.aminah' })
  @Matches(/^[a-z0-9][a-z0-9._-]{2,39}$/, { message: 'Nama pengguna 3–40 huruf kecil, angka, titik, garis bawah, atau tanda hubung.' })
  username: string;
}

export class ChangeUserDto {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString({ message: 'Isi nama.' })
  @Matches(/\S/, { message: 'Isi nama.' })
  @MaxLength(100, { message: 'Nama paling banyak 100 huruf.' })
  name?: string;

  @ApiPropertyOptional({ description: 'false ends every session at once' })
  @IsOptional()
  @IsBoolean({ message: 'Pilih aktif atau tidak.' })
  active?: boolean;
}

export class UserQuery extends PageQuery {
  @ApiPropertyOptional({ example: '35.07.22.2003', description: 'at the office: only of this unit' })
  @IsOptional()
  @Matches(villageCode, { message: 'Kode desa tidak sesuai.' })
  village?: string;

  @ApiPropertyOptional({ example: 'operator', description: 'who holds this role; in a village, there' })
  @IsOptional()
  @Matches(/^[a-z-]{1,40}$/, { message: 'Peran tidak dikenal.' })
  role?: string;

  @ApiPropertyOptional({ description: 'accounts that may sign in, or those that were closed' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'Isi true atau false.' })
  active?: boolean;

  @ApiPropertyOptional({ description: 'beginning of the user name or of words of the name' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  search?: string;
}

export class UserMembershipDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() role: string;
  @ApiProperty() roleName: string;
  @ApiProperty({ type: MembershipUnitDto }) unit: MembershipUnitDto;
}

export class UserDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() username: string;
  @ApiProperty({ description: 'the first role at the unit looked at; empty when none is held any more' }) role: string;
  @ApiProperty() roleName: string;
  @ApiProperty({ type: MembershipUnitDto, nullable: true }) unit: MembershipUnitDto | null;
  @ApiProperty({ type: [UserMembershipDto] }) memberships: UserMembershipDto[];
  @ApiProperty() active: boolean;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) lastLoginAt: string | null;
  @ApiProperty() mustChangePassword: boolean;
  @ApiProperty({ type: [String], example: ['update', 'reset-password', 'grant'] }) actions: string[];
}

export class UserListDto {
  @ApiProperty({ type: [UserDto] }) items: UserDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class UserNamesQuery {
  @ApiProperty({ example: 'collector', description: 'who holds this role here' })
  @Matches(/^[a-z-]{1,40}$/, { message: 'Peran tidak dikenal.' })
  role: string;
}

/** No more of somebody than it takes to choose them. */
export class UserNameDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() username: string;
}

export class UserNamesDto {
  @ApiProperty({ type: [UserNameDto] }) items: UserNameDto[];
}

export class TemporaryPasswordDto {
  @ApiProperty({ description: 'shown this once; must be changed at the first sign-in' }) temporaryPassword: string;
}

export class NewUserAnswerDto extends UserDto {
  @ApiProperty({ description: 'shown this once; must be changed at the first sign-in' }) temporaryPassword: string;
}
