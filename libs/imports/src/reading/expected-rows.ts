import { createReadStream } from 'node:fs';
import type { ZipArchive } from './zip-archive.js';

const LINE_BREAK = 0x0a;
const DIMENSION = /<dimension\s+ref="[A-Z]+\d+(?::[A-Z]+(\d+))?"/;

/** Line breaks of a file: reading it costs a hundredth of understanding it. */
export async function countLines(path: string): Promise<number> {
  let lines = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    for (let place = chunk.indexOf(LINE_BREAK); place >= 0; place = chunk.indexOf(LINE_BREAK, place + 1)) lines += 1;
  }
  return lines;
}

/** Rows as the sheets' first lines state them; null when one does not (streaming writers leave it out). */
export async function statedRows(archive: ZipArchive, parts: readonly string[]): Promise<number | null> {
  let rows = 0;
  for (const part of parts) {
    const stated = DIMENSION.exec(await firstChunk(archive, part))?.[1];
    if (stated === undefined) return null;
    rows += Number(stated);
  }
  return rows;
}

async function firstChunk(archive: ZipArchive, part: string): Promise<string> {
  const stream = await archive.stream(part);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    stream.destroy();
    return chunk.toString('latin1');
  }
  return '';
}
