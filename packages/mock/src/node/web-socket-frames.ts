/** What a client sends over a WebSocket, its fragments put together (RFC 6455). */
export type WebSocketMessage =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "binary" | "ping" | "pong"; readonly bytes: Buffer }
  | { readonly kind: "close"; readonly bytes: Buffer };

/** Why a connection has to be closed: the code of RFC 6455, section 7.4.1. */
export class WebSocketViolation extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.name = "WebSocketViolation";
    this.code = code;
  }
}

const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;
const maxMessageBytes = 16 * 1024 * 1024;

/** Makes a function that takes bytes as they come and gives the messages that are whole; throws a `WebSocketViolation`. */
export function createFrameReader(): (chunk: Buffer) => WebSocketMessage[] {
  let waiting: Buffer = Buffer.alloc(0);
  let begun: { readonly opcode: number; readonly parts: Buffer[]; size: number } | undefined;
  return (chunk) => {
    waiting = Buffer.concat([waiting, chunk]);
    const messages: WebSocketMessage[] = [];
    for (;;) {
      const frame = readFrame(waiting);
      if (frame === undefined) return messages;
      waiting = waiting.subarray(frame.length);
      const message = take(frame);
      if (message !== undefined) messages.push(message);
    }
  };

  function take({ opcode, isFinal, payload }: Frame): WebSocketMessage | undefined {
    if (opcode >= opcodes.close) return toMessage(opcode, payload);
    if ((opcode === opcodes.continuation) !== (begun !== undefined)) {
      throw new WebSocketViolation(1002, "Expected the fragments of one message one after the other");
    }
    begun ??= { opcode, parts: [], size: 0 };
    begun.parts.push(payload);
    begun.size += payload.length;
    if (begun.size > maxMessageBytes) throw tooBig();
    if (!isFinal) return undefined;
    const message = toMessage(begun.opcode, Buffer.concat(begun.parts));
    begun = undefined;
    return message;
  }
}

interface Frame {
  readonly opcode: number;
  readonly isFinal: boolean;
  readonly payload: Buffer;
  /** Bytes of the whole frame. */
  readonly length: number;
}

/** The first frame; `undefined` while it is not whole. */
function readFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < 2) return undefined;
  const first = bytes.readUInt8(0);
  const second = bytes.readUInt8(1);
  const opcode = first & 0x0f;
  const isFinal = (first & 0x80) !== 0;
  if ((first & 0x70) !== 0) throw new WebSocketViolation(1002, "Expected no extensions");
  if ((second & 0x80) === 0)
    throw new WebSocketViolation(1002, "Expected the frames of a client to be masked");
  const short = second & 0x7f;
  if (opcode >= opcodes.close && (short > 125 || !isFinal)) {
    throw new WebSocketViolation(1002, "Expected a control frame to be short and whole");
  }
  const maskAt = short === 127 ? 10 : short === 126 ? 4 : 2;
  if (bytes.length < maskAt + 4) return undefined;
  const size =
    short === 127 ? Number(bytes.readBigUInt64BE(2)) : short === 126 ? bytes.readUInt16BE(2) : short;
  if (size > maxMessageBytes) throw tooBig();
  const length = maskAt + 4 + size;
  if (bytes.length < length) return undefined;
  const payload = Buffer.from(bytes.subarray(maskAt + 4, length));
  for (let index = 0; index < size; index += 1)
    payload[index] = (payload[index] ?? 0) ^ (bytes[maskAt + (index & 3)] ?? 0);
  return { opcode, isFinal, payload, length };
}

function toMessage(opcode: number, bytes: Buffer): WebSocketMessage {
  switch (opcode) {
    case opcodes.text:
      return { kind: "text", text: toText(bytes) };
    case opcodes.binary:
      return { kind: "binary", bytes };
    case opcodes.close:
      return { kind: "close", bytes };
    case opcodes.ping:
      return { kind: "ping", bytes };
    case opcodes.pong:
      return { kind: "pong", bytes };
    default:
      throw new WebSocketViolation(1002, "Expected a known opcode");
  }
}

function toText(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new WebSocketViolation(1007, "Expected text to be UTF-8");
  }
}

function tooBig(): WebSocketViolation {
  return new WebSocketViolation(1009, `Expected a message of at most ${maxMessageBytes} bytes`);
}

/** A whole message as one frame of a server, which is not masked. */
export function writeFrame(kind: Exclude<keyof typeof opcodes, "continuation">, payload: Uint8Array): Buffer {
  const { length } = payload;
  const header = Buffer.alloc(length > 65_535 ? 10 : length > 125 ? 4 : 2);
  header.writeUInt8(0x80 | opcodes[kind]);
  header.writeUInt8(length > 65_535 ? 127 : length > 125 ? 126 : length, 1);
  if (length > 65_535) header.writeBigUInt64BE(BigInt(length), 2);
  else if (length > 125) header.writeUInt16BE(length, 2);
  return Buffer.concat([header, payload]);
}

/** The payload of a close frame. */
export function closePayload(code: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(code);
  return bytes;
}
