/** Hands a file to the person. */
export function download(name: string, mediaType: string, content: BlobPart): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: mediaType }));
  link.download = name;
  link.click();
  // The browser asks for the bytes after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Hands a CSV text to the person; UTF-8 with a byte order mark, which spreadsheets need to read accents. */
export function downloadCsv(name: string, text: string): void {
  download(name, 'text/csv;charset=utf-8', `\ufeff${text}`);
}
