import { LONGEST_CELL } from './cell.js';
import { FileRefused } from './file-refused.js';
import { parseXmlWhole, unescapeText } from './xml-stream.js';
import type { ZipArchive } from './zip-archive.js';

/** Unpacked size of the part; 200,000 residents come to 19 MB. */
const MOST_BYTES = 192 << 20;
const FIRST_CAPACITY = 1 << 16;

/**
 * The strings of a workbook, which its cells name by number. They lie as UTF-8 in one buffer with an index beside it: 16 MB
 * instead of 27 MB for the 609,449 strings of 200,000 residents, nothing for the garbage collector to walk, and no string
 * that keeps the chunk alive it was cut from.
 */
export class SharedStrings {
  private bytes = Buffer.allocUnsafeSlow(FIRST_CAPACITY);
  private ends = new Uint32Array(1024);
  private count = 0;

  /** @throws FileRefused `FILE_TOO_LARGE_INSIDE`, `FILE_CELL_TOO_LONG`, `FILE_DAMAGED` */
  static async read(archive: ZipArchive, part: string | null): Promise<SharedStrings> {
    const strings = new SharedStrings();
    if (part === null || !archive.has(part)) return strings;
    if (archive.sizeOf(part) > MOST_BYTES) throw new FileRefused('FILE_TOO_LARGE_INSIDE');
    let text = '';
    let inText = false;
    let phonetic = false;
    await parseXmlWhole(await archive.stream(part), {
      open(name) {
        if (name === 'si') text = '';
        else if (name === 't') inText = !phonetic;
        else if (name === 'rPh') phonetic = true;
      },
      text(value) {
        if (!inText) return;
        text += value;
        if (text.length > LONGEST_CELL * 7) throw new FileRefused('FILE_CELL_TOO_LONG');
      },
      close(name) {
        if (name === 'si') strings.add(unescapeText(text));
        else if (name === 't') inText = false;
        else if (name === 'rPh') phonetic = false;
      },
    });
    return strings;
  }

  get length(): number {
    return this.count;
  }

  /** The string of that number; empty text when the workbook has none. */
  at(index: number): string {
    if (!(index >= 0 && index < this.count)) return '';
    return this.bytes.toString('utf8', index === 0 ? 0 : this.ends[index - 1], this.ends[index]);
  }

  private add(text: string): void {
    if (text.length > LONGEST_CELL) throw new FileRefused('FILE_CELL_TOO_LONG');
    const start = this.count === 0 ? 0 : (this.ends[this.count - 1] ?? 0);
    if (start + text.length * 3 > this.bytes.length) this.growBytes(start + text.length * 3);
    if (this.count === this.ends.length) {
      const ends = new Uint32Array(this.ends.length * 2);
      ends.set(this.ends);
      this.ends = ends;
    }
    this.ends[this.count++] = start + this.bytes.write(text, start);
  }

  private growBytes(needed: number): void {
    const bytes = Buffer.allocUnsafeSlow(Math.max(needed, Math.floor(this.bytes.length * 1.6)));
    this.bytes.copy(bytes);
    this.bytes = bytes;
  }
}
