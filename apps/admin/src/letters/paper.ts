import * as pdfjs from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { markedParts } from './marked-runs.js';

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
// One for all papers, fetched once: a paper is drawn anew at every change, also without a connection.
const worker = new pdfjs.PDFWorker();

/** Points; an F4 sheet is 215 × 330 mm. */
const PAPERS = [['F4', 609, 935], ['A4', 595, 842], ['A5', 420, 595]] as const;
const pen = document.createElement('canvas').getContext('2d');

export interface Paper {
  readonly nodes: HTMLElement[];
  readonly pages: number;
  readonly paper: string;
  /** The words of the document, for screen readers. */
  readonly text: string;
}

/**
 * Draws a PDF as sheets of the given width in CSS pixels. `marks` are values whose text is lit on the paper.
 * The nodes are finished before they are shown, so a renewed preview never flickers.
 */
export async function drawPaper(file: Blob, width: number, marks: readonly string[], signal: AbortSignal): Promise<Paper | null> {
  const task = pdfjs.getDocument({ data: new Uint8Array(await file.arrayBuffer()), isEvalSupported: false, worker });
  try {
    const pdf = await task.promise;
    const nodes: HTMLElement[] = [];
    const words: string[] = [];
    let paper = '';
    for (let number = 1; number <= pdf.numPages; number += 1) {
      if (signal.aborted) return null;
      const page = await pdf.getPage(number);
      const size = page.getViewport({ scale: 1 });
      paper ||= PAPERS.find(([, w, h]) => Math.abs(size.width - w) < 6 && Math.abs(size.height - h) < 6)?.[0] ?? '';
      const scale = width / size.width;
      const viewport = page.getViewport({ scale });
      const sheet = document.createElement('div');
      sheet.className = 'paper-sheet';
      const canvas = document.createElement('canvas');
      const density = Math.min(window.devicePixelRatio || 1, 2);
      canvas.width = Math.floor(viewport.width * density);
      canvas.height = Math.floor(viewport.height * density);
      canvas.style.width = `${viewport.width}px`;
      canvas.style.height = `${viewport.height}px`;
      canvas.setAttribute('aria-hidden', 'true');
      await page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] }).promise;
      sheet.append(canvas);
      const content = await page.getTextContent();
      const items = content.items.filter((item) => 'str' in item);
      words.push(...items.map((item) => item.str));
      for (const part of markedParts(items.map((item) => ({ str: item.str, endsLine: item.hasEOL })), marks)) {
        const item = items[part.run];
        if (!item || item.str.slice(part.from, part.to).trim() === '') continue;
        const family = content.styles[item.fontName]?.fontFamily ?? 'sans-serif';
        const [from, to] = [widthOf(item.str, part.from, family), widthOf(item.str, part.to, family)];
        const [, , , , x = 0, y = 0] = item.transform as number[];
        const [left = 0, top = 0] = viewport.convertToViewportPoint(x + item.width * from, y) as number[];
        const mark = document.createElement('i');
        mark.className = 'paper-mark';
        Object.assign(mark.style, { left: `${left - 2}px`, top: `${top - item.height * scale}px`, width: `${item.width * (to - from) * scale + 4}px`, height: `${item.height * scale * 1.25}px` });
        sheet.append(mark);
      }
      nodes.push(sheet);
    }
    return { nodes, pages: pdf.numPages, paper, text: words.join(' ') };
  } finally {
    await task.destroy();
  }
}

/** How wide the first `length` characters of a run stand, of its whole width; measured, because letters differ in width. */
function widthOf(str: string, length: number, family: string): number {
  if (!pen || length >= str.length) return length >= str.length ? 1 : length / Math.max(1, str.length);
  pen.font = `16px ${family}`;
  const whole = pen.measureText(str).width;
  return whole > 0 ? pen.measureText(str.slice(0, length)).width / whole : length / str.length;
}
