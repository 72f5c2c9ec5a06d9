import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { AuditModule } from '#audit';
import { LedgerModule } from '#ledger';
import '#letters'; // makes its counts known to the recount
import '#bank'; // likewise
import '#pbb'; // likewise
import { Env, makeLogger, NestLogger, PlatformModule, readEnv } from '#platform';
import { ResidentsModule } from '#residents';
import { TalliesModule } from '#tallies';

/** The rooms that operator commands use. */
@Module({})
export class CliModule {
  static with(env: Env, further: Type[]): DynamicModule {
    return { module: CliModule, imports: [PlatformModule.forApp('cli', env, makeLogger('warn', 'cli')), AuditModule, TalliesModule, ResidentsModule, LedgerModule, ...further] };
  }
}

/** Opens the rooms for one command, and `further` ones only it needs, and closes them behind it. */
export async function withRooms<T>(work: (rooms: INestApplicationContext) => Promise<T>, further: Type[] = []): Promise<T> {
  const env = new Env(readEnv());
  const rooms = await NestFactory.createApplicationContext(CliModule.with(env, further), { logger: new NestLogger(makeLogger('warn', 'cli')) });
  try {
    return await work(rooms);
  } finally {
    await rooms.close();
  }
}
