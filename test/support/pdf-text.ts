import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The words of a PDF in reading order, one blank between them; works on a machine without PDF tools. */
export async function pdfText(pdf: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await document.destroy();
  return pages.join(' ').replaceAll(/[\s\u00a0]+/g, ' ');
}
