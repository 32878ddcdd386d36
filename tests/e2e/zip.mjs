// ZIP archives as other programs write and read them, for the studio's tests.
import { inflateRawSync } from 'node:zlib';

const crc = (bytes) => {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
};

/** An archive of `[name, bytes]`, stored; `claims` may say another size than the bytes have. */
export function zip(files, claims = (size) => size) {
  const parts = [], heads = [];
  let at = 0;
  for (const [name, content] of files) {
    const bytes = Buffer.from(content), path = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800, 2);
    fields.writeUInt32LE(crc(bytes), 10);
    fields.writeUInt32LE(bytes.length, 14);
    fields.writeUInt32LE(claims(bytes.length), 18);
    fields.writeUInt16LE(path.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), fields, path, bytes);
    const head = Buffer.alloc(16);
    head.writeUInt32LE(at, 12);
    heads.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, head.subarray(2), path);
    at += 30 + path.length + bytes.length;
  }
  const list = Buffer.concat(heads), end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, list, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

/** The files of an archive, by name. */
export function unzip(bytes) {
  const files = new Map();
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, note] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const place = bytes.readUInt32LE(at + 42);
    const start = place + 30 + bytes.readUInt16LE(place + 26) + bytes.readUInt16LE(place + 28);
    const content = bytes.subarray(start, start + size);
    files.set(bytes.subarray(at + 46, at + 46 + name).toString(), method ? inflateRawSync(content) : content);
    at += 46 + name + extra + note;
  }
  return files;
}
