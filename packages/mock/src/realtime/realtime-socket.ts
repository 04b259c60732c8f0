/** One end of a WebSocket, as whoever serves it hands it to a conversation. */
export interface RealtimeSocket {
  /** A text is one event; bytes are sound. */
  send(data: string | Uint8Array<ArrayBuffer>): void;
}

/** What a conversation wants to hear of its socket. */
export interface RealtimeConversation {
  /** A whole message of the client. */
  receive(data: string | Uint8Array): void;
  /** The client has left; nothing is sent from now on. */
  end(): void;
}

/** A connection that has been let in, and still needs its socket. */
export interface RealtimeConnection {
  /** The subprotocol to choose among those that were offered. */
  readonly protocol: string | undefined;
  /** Begins the conversation. */
  open(socket: RealtimeSocket): RealtimeConversation;
}
