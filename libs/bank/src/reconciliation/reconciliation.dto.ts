import { ApiProperty } from '@nestjs/swagger';

/** Amounts in rupiah, with two decimals where the bank has hundredths. */
export class AccountDayDto {
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty() bank: string;
  @ApiProperty() number: string;
  @ApiProperty({ description: 'statements cover the day' }) known: boolean;
  @ApiProperty({ type: Number, nullable: true }) opening: number | null;
  @ApiProperty() moneyIn: number;
  @ApiProperty() moneyOut: number;
  @ApiProperty({ type: Number, nullable: true }) closing: number | null;
  @ApiProperty({ type: 'integer', description: 'rupiah of its lines that are villages’ deposits' }) claimed: number;
  @ApiProperty({ description: 'lines nobody has claimed' }) openLines: number;
  @ApiProperty({ type: 'integer' }) openAmount: number;
}

export class DepositDayDto {
  @ApiProperty({ description: 'deposits brought to the bank on the day' }) deposits: number;
  @ApiProperty({ type: 'integer' }) amount: number;
  @ApiProperty({ description: 'of them not found on a statement' }) open: number;
  @ApiProperty({ type: 'integer' }) openAmount: number;
}

export class ReconciliationDayDto {
  @ApiProperty({ format: 'date' }) date: string;
  @ApiProperty({ type: [AccountDayDto] }) accounts: AccountDayDto[];
  @ApiProperty({ type: DepositDayDto }) deposits: DepositDayDto;
}

export class SuspenseAgeDto {
  @ApiProperty({ enum: ['0-1', '2-7', '8-30', '31+'], description: 'days since it was booked' }) age: string;
  @ApiProperty({ description: 'lines of money in' }) lines: number;
  @ApiProperty({ type: 'integer' }) amount: number;
  @ApiProperty({ description: 'lines of money out' }) linesOut: number;
  @ApiProperty({ type: 'integer' }) amountOut: number;
}

export class VillageDriftDto {
  @ApiProperty({ example: '35.07.22.2003' }) village: string;
  @ApiProperty() villageName: string;
  @ApiProperty({ type: 'integer', description: 'in the regency’s book' }) claimed: number;
  @ApiProperty({ type: 'integer', description: 'in the village’s book' }) settled: number;
  @ApiProperty({ type: 'integer', description: 'claimed less settled' }) difference: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'the oldest claim the village has not posted' }) since: string | null;
}

export class ReconciliationStandingDto {
  @ApiProperty({ type: [SuspenseAgeDto] }) suspense: SuspenseAgeDto[];
  @ApiProperty({ type: 'integer', description: 'clearing of all villages in the regency’s book, rupiah' }) claimed: number;
  @ApiProperty({ type: 'integer', description: 'clearing in the villages’ books, rupiah' }) settled: number;
  @ApiProperty({ type: [VillageDriftDto], description: 'villages whose clearing differs for longer than a minute' }) drift: VillageDriftDto[];
  @ApiProperty({ description: 'deposits no statement shows yet' }) waiting: number;
  @ApiProperty({ type: 'integer' }) waitingAmount: number;
  @ApiProperty({ format: 'date-time', description: 'time of the figures' }) at: string;
}
