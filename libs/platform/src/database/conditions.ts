/**
 * The conditions of a list and their values, put together from a filter. `shape` tells which there are and belongs in the
 * statement's name: one text per combination, so that each stays prepared.
 */
export class Conditions {
  readonly values: unknown[];
  shape = '';
  private readonly parts: string[];

  /** @param own the condition that keeps to one village, whose id is $1: `r.village_id = $1` */
  constructor(unitId: number, own: string) {
    this.values = [unitId];
    this.parts = [own];
  }

  get sql(): string {
    return this.parts.join(' and ');
  }

  /** `$n` for one more value. */
  value(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  /** @param letter of the shape; different for conditions of different text */
  add(letter: string, condition: string): void {
    this.shape += letter;
    this.parts.push(condition);
  }
}
