import * as pdfjs from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;

/** Points; an F4 sheet is 215 × 330 mm. */
const PAPERS = [['F4', 609, 935], ['A4', 595, 842], ['A5', 420, 595]] as const;
/** Shorter values would light up half the page. */
const SHORTEST_MARK = 3;

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
  const task = pdfjs.getDocument({ data: new Uint8Array(await file.arrayBuffer()), isEvalSupported: false });
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
      for (const item of content.items) {
        if (!('str' in item)) continue;
        words.push(item.str);
        if (!isMarked(item.str, marks)) continue;
        const [, , , , x = 0, y = 0] = item.transform as number[];
        const [left = 0, top = 0] = viewport.convertToViewportPoint(x, y) as number[];
        const mark = document.createElement('i');
        mark.className = 'paper-mark';
        Object.assign(mark.style, { left: `${left - 2}px`, top: `${top - item.height * scale}px`, width: `${item.width * scale + 4}px`, height: `${item.height * scale * 1.25}px` });
        sheet.append(mark);
      }
      nodes.push(sheet);
    }
    return { nodes, pages: pdf.numPages, paper, text: words.join(' ') };
  } finally {
    await task.destroy();
  }
}

/** A run of text is lit when it is (part of) a value: typesetting breaks long values over lines. */
function isMarked(run: string, marks: readonly string[]): boolean {
  const text = run.trim().toLowerCase();
  if (text.length < SHORTEST_MARK) return false;
  return marks.some((mark) => {
    const value = mark.trim().toLowerCase();
    return value.length >= SHORTEST_MARK && (text === value || (value.includes(text) && text.length >= 8) || (text.includes(value) && value.length >= 8));
  });
}
