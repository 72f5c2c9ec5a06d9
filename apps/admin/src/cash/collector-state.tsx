import { CircleCheck, CircleMinus } from 'lucide-react';
import type { Collector } from '../api/contract.js';
import { Chip } from '../parts/chip.js';

/** Whether the receipt book is open. */
export function CollectorState({ collector }: { collector: Collector }) {
  return collector.endedOn === null ? <Chip tone="done" icon={CircleCheck}>aktif</Chip> : <Chip tone="none" icon={CircleMinus}>berakhir</Chip>;
}
