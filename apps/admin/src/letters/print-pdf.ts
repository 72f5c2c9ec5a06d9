/** Prints the stored file itself, so that paper and archive are the same. */
export function printPdf(file: Blob): void {
  const url = URL.createObjectURL(file);
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.title = 'Cetak surat';
  frame.src = url;
  frame.addEventListener('load', () => {
    frame.contentWindow?.focus();
    frame.contentWindow?.print();
  });
  document.body.append(frame);
  // The print dialog may stay open for minutes; removing the frame earlier would close it.
  setTimeout(() => {
    frame.remove();
    URL.revokeObjectURL(url);
  }, 600_000);
}
