import { type FieldError, invalidFields } from '#platform';
import { isPlainDate, parseName, parsePrintable, type PlainDate } from '#values';

/**
 * Reads the fields of one form and collects every wrong one, so that all are shown at once. What stands
 * on letters must be printable: emoji and scripts that the document fonts lack are refused by field.
 * Answers of a refused field are placeholders; `finish()` throws before anyone uses them.
 */
export class FieldChecks {
  readonly #errors: FieldError[] = [];

  refuse(field: string, code: string, message: string): void {
    this.#errors.push({ field, code, message });
  }

  /** One printable line, never empty. */
  line(field: string, raw: string, longest: number, empty = 'Wajib diisi.'): string {
    const text = this.#printable(field, raw, longest);
    if (text === '') this.refuse(field, 'REQUIRED', empty);
    return text ?? '';
  }

  /** One printable line or nothing: undefined = not sent, null or empty = emptied. `shape` names what it must look like. */
  optionalLine(field: string, raw: string | null | undefined, longest: number, shape?: { readonly pattern: RegExp; readonly message: string }): string | null | undefined {
    if (raw === undefined || raw === null) return raw;
    const text = this.#printable(field, raw, longest);
    if (!text) return null;
    if (shape && !shape.pattern.test(text)) this.refuse(field, 'WRONG_SHAPE', shape.message);
    return text;
  }

  /** A person's name with titles. */
  name(field: string, raw: string): string {
    const name = parseName(raw);
    if (name.ok) return name.value;
    this.refuse(field, name.code, name.message);
    return '';
  }

  /** A day of the calendar. */
  day(field: string, raw: string): PlainDate {
    if (!isPlainDate(raw)) this.refuse(field, 'DATE_IMPOSSIBLE', 'Tanggal ini tidak ada dalam kalender.');
    return raw as PlainDate;
  }

  /** @throws DomainError INVALID_INPUT naming every wrong field */
  finish(): void {
    if (this.#errors.length > 0) throw invalidFields(this.#errors);
  }

  /** Null when it was refused. */
  #printable(field: string, raw: string, longest: number): string | null {
    const text = parsePrintable(raw);
    if (!text.ok) {
      this.refuse(field, text.code, text.message);
      return null;
    }
    const line = text.value.replace(/ {2,}/g, ' ');
    if (line.length > longest) this.refuse(field, 'TOO_LONG', `Paling banyak ${longest} huruf.`);
    return line;
  }
}
