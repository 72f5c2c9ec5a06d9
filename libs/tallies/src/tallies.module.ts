import { Module } from '@nestjs/common';
import { FoldTallies } from './fold-tallies.js';
import { RecountTallies } from './recount.js';

@Module({ providers: [FoldTallies, RecountTallies], exports: [FoldTallies, RecountTallies] })
export class TalliesModule {}
