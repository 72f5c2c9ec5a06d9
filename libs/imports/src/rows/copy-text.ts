const FIRST_CAPACITY = 1 << 20;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const BACKSLASH = 0x5c;
/** What a character that COPY takes for its own becomes behind a backslash. */
const ESCAPED = new Map([[TAB, 't'], [LINE_FEED, 'n'], [0x0d, 'r'], [BACKSLASH, '\\']].map(([code, letter]) => [code as number, (letter as string).charCodeAt(0)]));

/**
 * Rows in COPY's text format, written as bytes at once. As text, each row would be a tree of a hundred pieces kept until
 * the batch is joined: the garbage collector then copied more than half of the time that checking a list takes.
 */
export class CopyText {
  private bytes = Buffer.allocUnsafeSlow(FIRST_CAPACITY);
  private spare = Buffer.allocUnsafeSlow(FIRST_CAPACITY);
  private end = 0;

  /** A value and the tab behind it. */
  value(value: string | number | boolean | null): void {
    if (value === null) this.raw('\\N');
    else this.text(typeof value === 'string' ? value : String(value));
  }

  /** Plain ASCII without anything to escape, and the tab behind it. */
  raw(text: string): void {
    this.reserve(text.length + 1);
    let { end } = this;
    for (let place = 0; place < text.length; place++) this.bytes[end++] = text.charCodeAt(place);
    this.bytes[end++] = TAB;
    this.end = end;
  }

  /** Ends the row in place of its last tab. */
  endRow(): void {
    this.bytes[this.end - 1] = LINE_FEED;
  }

  /** What was written since the last time; good until the next but one: two buffers take turns. */
  take(): Buffer {
    const taken = this.bytes.subarray(0, this.end);
    [this.bytes, this.spare] = [this.spare, this.bytes];
    this.end = 0;
    return taken;
  }

  private text(text: string): void {
    // Three bytes at most for a UTF-16 unit, two for an escaped one.
    this.reserve(text.length * 3 + 1);
    const { bytes } = this;
    let { end } = this;
    for (let place = 0; place < text.length; place++) {
      const code = text.charCodeAt(place);
      if (code > 0x7f) {
        end += bytes.write(text.slice(place).replace(/[\\\t\n\r]/g, escaped), end);
        break;
      }
      if (code === BACKSLASH || code < 0x20) {
        const letter = ESCAPED.get(code);
        if (letter !== undefined) bytes[end++] = BACKSLASH;
        bytes[end++] = letter ?? code;
      } else bytes[end++] = code;
    }
    bytes[end++] = TAB;
    this.end = end;
  }

  private reserve(length: number): void {
    if (this.end + length <= this.bytes.length) return;
    const bytes = Buffer.allocUnsafeSlow(Math.max(this.end + length, this.bytes.length * 2));
    this.bytes.copy(bytes, 0, 0, this.end);
    this.bytes = bytes;
  }
}

const escaped = (character: string): string => `\\${String.fromCharCode(ESCAPED.get(character.charCodeAt(0)) ?? 0)}`;
