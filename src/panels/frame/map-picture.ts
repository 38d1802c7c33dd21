/** What is put together into a picture of the map. */
export interface MapPicture {
  /** The map's last frame, in device pixels. */
  frame: HTMLCanvasElement;
  /** Device pixels for a pixel of the page. */
  pixelRatio: number;
  /** What stands under it, as a drawing of the map's width. */
  texts: { svg: string; height: number };
}

/** The map with its texts under it, as PNG. Throws where the browser has no 2-D canvas or cannot encode one this large. */
export async function mapPng({ frame, pixelRatio, texts }: MapPicture): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = frame.width;
  canvas.height = frame.height + Math.ceil(texts.height * pixelRatio);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('map picture: no 2-D canvas');
  // At once: the map draws on, and its frame is lost.
  context.drawImage(frame, 0, 0);
  const under = await imageOf(texts.svg);
  context.drawImage(under, 0, frame.height, frame.width, texts.height * pixelRatio);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('map picture: not encoded'))),
      'image/png',
    );
  });
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}
