/** A picture as rows of red, green, blue, alpha; 0 to 255, the colours not multiplied by alpha. */
export interface TilePixels {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** Tiles are 256 or 512 pixels wide; nothing larger is drawn. */
const MAX_SIDE = 1024;

/** Decodes a picture by means of the browser. Rejects where the bytes are no picture, or one larger than a tile. */
export async function decodeTile(bytes: Uint8Array<ArrayBuffer>): Promise<TilePixels> {
  const image = await createImageBitmap(new Blob([bytes]), {
    premultiplyAlpha: 'none',
    colorSpaceConversion: 'none',
  });
  try {
    const { width, height } = image;
    if (width > MAX_SIDE || height > MAX_SIDE) throw new Error(`a tile of ${width} × ${height}`);
    const context = new OffscreenCanvas(width, height).getContext('2d', {
      willReadFrequently: true,
    });
    if (context === null) throw new Error('the browser gives no canvas');
    context.drawImage(image, 0, 0);
    return { width, height, data: context.getImageData(0, 0, width, height).data };
  } finally {
    image.close();
  }
}
