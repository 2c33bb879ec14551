export { type Bucket, bucketStorage } from './bucket.ts';
export { folderStorage } from './folder.ts';
export { type Received, receiveBytes, TooLarge } from './receive.ts';
export type { ByteRange, Opened, Storage } from './storage.ts';
