/**
 * Opens the stored file itself in a tab of its own, where the browser's viewer prints it: paper and archive
 * stay the same, and it works alike on every browser and on a phone. Must be called from a press.
 */
export function printPdf(file: Blob): void {
  const url = URL.createObjectURL(new Blob([file], { type: 'application/pdf' }));
  window.open(url, '_blank');
  // The tab may be reloaded or printed again for a while.
  setTimeout(() => URL.revokeObjectURL(url), 600_000);
}
