/** A picture as it is: a file of the show's folder, or of an episode's. */
export interface PictureFile {
  file: string;
  type: 'image/jpeg' | 'image/png';
  bytes: number;
  width: number;
  height: number;
  /** Hex, from the bytes: names the picture in URLs, so that a new one has a new address. */
  hash: string;
}
