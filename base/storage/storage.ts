/** A stretch of a file: from the byte `from` to the byte `to`, both included. */
export type ByteRange = { from: number; to: number };

/** Bytes on their way, and how many there are. */
export type Opened = { body: ReadableStream<Uint8Array>; size: number };

/** Where files are kept, each under a key that is made up by whoever puts it there: letters, digits, `-` and `/`. */
export type Storage = {
  /** Keeps the file that lies at `path`, with the SHA-256 of its bytes. */
  put: (key: string, file: { path: string; size: number; sha256: Buffer; type: string }) => Promise<void>;
  /** The bytes of a file, or a stretch of them; undefined when there is no such file. */
  open: (key: string, range?: ByteRange) => Promise<Opened | undefined>;
  /** Forgets a file; nothing happens when there is none. */
  remove: (key: string) => Promise<void>;
};
