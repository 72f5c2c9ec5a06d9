import type pg from 'pg';
import { prepareValue } from 'pg/lib/utils.js';
import { typeParser } from './pools.js';

/** One parameterised statement. A name makes it a prepared one, one text per name; '' sends it for this once. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

type Columns = readonly { readonly name: string; readonly parse: (text: string) => unknown }[];

/** What a connection has prepared, and what its answers consist of. */
const preparedOn = new WeakMap<object, Map<string, { readonly text: string; readonly columns: Columns }>>();

/** The messages of pg's connection that are used; pg-cursor stands on the same ones. */
interface Wire {
  readonly stream: { write(bytes: Buffer): boolean };
  close(what: { type: 'S'; name: string }): void;
  parse(statement: { name: string; text: string }): void;
  describe(what: { type: 'S'; name: string }): void;
  bind(values: { statement: string; values: unknown[] }): void;
  execute(portal: object): void;
  sync(): void;
}

/**
 * Sends all statements at once and waits once.
 * @returns the rows of each
 * @throws what the server said of the first that failed; it skipped the rest, so the caller rolls back
 */
export function together(client: pg.ClientBase, statements: readonly Statement[]): Promise<unknown[][]> {
  const trip = new RoundTrip(client, statements);
  client.query(trip as unknown as pg.Submittable);
  return trip.answer;
}

/**
 * Several statements in one write and one answer: pg itself waits for each, and even its pipeline mode sends them one
 * by one and has the server answer, and describe its columns, one by one, which costs more than the statements.
 * Serves one use on a connection without pg's own pipeline mode.
 */
class RoundTrip {
  /** The rows of each statement, once the server has answered them all. */
  readonly answer: Promise<unknown[][]>;
  private readonly rows: unknown[][];
  private readonly parameters: (string | Buffer | null)[][];
  private readonly known: Map<string, { readonly text: string; readonly columns: Columns }>;
  private columns: Columns = [];
  private current = 0;
  private resolve!: (rows: unknown[][]) => void;
  private reject!: (error: unknown) => void;

  constructor(
    client: pg.ClientBase,
    private readonly statements: readonly Statement[],
  ) {
    this.known = preparedOn.get(client) ?? new Map();
    preparedOn.set(client, this.known);
    // Values that cannot be written are found before anything is sent.
    this.parameters = statements.map(({ values }) => values.map(prepareValue));
    this.rows = statements.map(() => []);
    this.answer = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));
  }

  /** Called by the client when it is this one's turn. @returns what is wrong, before anything was sent */
  submit(connection: unknown): Error | null {
    const wire = connection as Wire;
    for (const { name, text } of this.statements) {
      if ((this.known.get(name)?.text ?? text) !== text) return new Error(`the statement ${name} has two texts`);
    }
    const { stream } = wire;
    // One write of one buffer: handed to the system piece by piece (cork), the pieces cost more than the copy.
    const pieces: Buffer[] = [];
    stream.write = (bytes) => pieces.push(bytes) > 0;
    try {
      this.statements.forEach(({ name, text }, place) => {
        if (!this.known.has(name)) {
          // It may be there in spite of that, from a round trip that failed behind its preparation.
          if (name) wire.close({ type: 'S', name });
          wire.parse({ name, text });
          wire.describe({ type: 'S', name });
        }
        wire.bind({ statement: name, values: this.parameters[place] ?? [] });
        wire.execute({});
      });
      wire.sync();
    } finally {
      delete (stream as Partial<typeof stream>).write;
    }
    stream.write(Buffer.concat(pieces));
    this.columns = this.columnsOfCurrent();
    return null;
  }

  handleRowDescription(message: { fields: { name: string; dataTypeID: number }[] }): void {
    this.columns = message.fields.map(({ name, dataTypeID }) => ({ name, parse: typeParser(dataTypeID) }));
  }

  handleDataRow(message: { fields: (string | null)[] }): void {
    const row: Record<string, unknown> = {};
    const { columns } = this;
    for (let place = 0; place < columns.length; place++) {
      const column = columns[place];
      const value = message.fields[place];
      if (column) row[column.name] = value === null || value === undefined ? null : column.parse(value);
    }
    this.rows[this.current]?.push(row);
  }

  handleCommandComplete(message?: { text: string }): void {
    const statement = this.statements[this.current];
    // What somebody swallowed has ended the transaction, and the server says so with no error.
    if (statement?.text === 'COMMIT' && message?.text === 'ROLLBACK') this.reject(new Error('the transaction had failed and was rolled back'));
    if (statement?.name) this.known.set(statement.name, { text: statement.text, columns: this.columns });
    this.current++;
    this.columns = this.columnsOfCurrent();
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete();
  }

  handleError(error: unknown): void {
    // Its preparation may be what failed, or have been overtaken by a change of the schema.
    const failed = this.statements[this.current];
    if (failed) this.known.delete(failed.name);
    this.reject(error);
  }

  handleReadyForQuery(): void {
    this.resolve(this.rows);
  }

  private columnsOfCurrent(): Columns {
    return this.known.get(this.statements[this.current]?.name ?? '')?.columns ?? [];
  }
}
