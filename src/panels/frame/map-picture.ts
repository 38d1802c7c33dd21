/** What is put together into a picture of the map. */
export interface MapPicture {
  /** The map's last frame, in device pixels. */
  frame: HTMLCanvasElement;
  /** Device pixels for a pixel of the page. */
  pixelRatio: number;
  /** Lines under the map: the question, then attribution and notice. */
  texts: readonly string[];
  /** Colours of the ground and of the letters. */
  ground: string;
  ink: string;
}

const fontSize = 13;
const lineHeight = 18;
const margin = 12;

/** The map with its texts under it, as PNG. Throws where the browser has no 2-D canvas or cannot encode one this large. */
export async function mapPng({ frame, pixelRatio, texts, ground, ink }: MapPicture): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('map picture: no 2-D canvas');
  const font = `${fontSize * pixelRatio}px "Noto Sans", sans-serif`;
  context.font = font;
  const inside = frame.width - 2 * margin * pixelRatio;
  const lines = texts.flatMap((text) => wrapped(text, inside, context));
  canvas.width = frame.width;
  canvas.height = frame.height + (2 * margin + lines.length * lineHeight) * pixelRatio;
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(frame, 0, 0);
  context.fillStyle = ink;
  // A canvas forgets its font when its size is set.
  context.font = font;
  lines.forEach((line, index) => {
    const y = frame.height + (margin + (index + 1) * lineHeight - 4) * pixelRatio;
    context.fillText(line, margin * pixelRatio, y);
  });
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('map picture: not encoded'))),
      'image/png',
    );
  });
}

/** Text broken between words into lines of these device pixels; a word wider than a line stays whole. */
function wrapped(text: string, pixels: number, context: CanvasRenderingContext2D): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \t\r\n]+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && context.measureText(longer).width <= pixels) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
