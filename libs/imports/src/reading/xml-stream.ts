import type { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { FileRefused } from './file-refused.js';

export type Attributes = Readonly<Record<string, string>>;

/** Names arrive without namespace prefix: some programs write `x:row` where most write `row`. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
}

/**
 * Characters the parser may swallow without reporting anything: it keeps them all in memory, be it one endless text,
 * attribute or comment. A cell of 32,767 characters written as six-character escapes stays below.
 */
const LONGEST_SILENCE = 300_000;

/** The parser remembers every open tag, and a workbook nests ten deep. */
const DEEPEST = 64;

/**
 * Feeds an XML part to the handler, chunk by chunk (64 KB of text); yields after each chunk, so that the caller can hand on
 * what the handler gathered. Entities of a document type are never expanded.
 * @throws FileRefused `FILE_DAMAGED` for XML that is not well formed, `FILE_CELL_TOO_LONG`
 */
export async function* parseXml(source: Readable, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let silence = 0;
  let depth = 0;
  parser.on('error', (error) => {
    throw new FileRefused('FILE_DAMAGED', '', { cause: error });
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    silence = 0;
    if (++depth > DEEPEST) throw new FileRefused('FILE_DAMAGED');
    handler.open(local(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    silence = 0;
    depth--;
    handler.close(local(tag.name));
  });
  const text = (value: string): void => {
    silence = 0;
    handler.text(value);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  source.setEncoding('utf8');
  try {
    for await (const chunk of source as AsyncIterable<string>) {
      silence += chunk.length;
      parser.write(chunk);
      if (silence > LONGEST_SILENCE) throw new FileRefused('FILE_CELL_TOO_LONG');
      yield;
    }
    parser.close();
    yield;
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('FILE_DAMAGED', '', { cause: error });
  } finally {
    source.destroy();
  }
}

/** Feeds a whole part; for the small ones. */
export async function parseXmlWhole(source: Readable, handler: XmlHandler): Promise<void> {
  for await (const _ of parseXml(source, handler));
}

/** An attribute by its local name (`r:id` as `id`), or undefined. */
export function localAttribute(attributes: Attributes, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([key]) => local(key) === name)?.[1];
}

/** `_x000D_` is how spreadsheets write characters XML does not allow. */
export function unescapeText(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
