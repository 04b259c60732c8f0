import type { Wire } from "@xai-edge/core";
import {
  CreateClientSecretRequest,
  CreateCustomVoiceMultipartRequest,
  ListCustomVoicesParams,
  SpeechRequest,
  TranscriptionMultipartRequest,
  UpdateCustomVoiceRequest,
} from "@xai-edge/schema";
import { parseForm, parseQuery } from "../http/parse-fields.ts";
import { parseJson, parseOptionalJson } from "../http/parse-json.ts";
import { entityNotFound, invalidArgument, RefusedRequest } from "../http/refused-request.ts";
import { toBase64 } from "../media/base64.ts";
import { readRecord } from "../prompt/read-record.ts";
import { createRandom } from "../random.ts";
import { pageBySerial } from "../state/page-by-serial.ts";
import type { StoredVoice } from "../voice/custom-voice.ts";
import { encodeSpeech, readEncoding, typeOfSpeech } from "../voice/encode-speech.ts";
import { transcribe } from "../voice/transcribe.ts";
import { findVoice, voices } from "../voice/voices.ts";
import { whole, type Call, type Handlers, type Reply } from "./area.ts";

export const voiceHandlers: Handlers = {
  "tts.create": (call) => {
    try {
      return speak(call);
    } catch (error) {
      if (!(error instanceof RefusedRequest)) throw error;
      // This endpoint's errors have no code.
      throw new RefusedRequest(error.status, { error: readRecord(error.body)["error"] });
    }
  },

  "tts.voices.list": () => {
    const list: Wire.ListVoicesResponse = { voices: [...voices] };
    return whole(list);
  },

  "tts.voices.retrieve": ({ params }) => {
    const id = params["voice_id"] ?? "";
    const voice = findVoice(id);
    if (voice === undefined) throw entityNotFound(`No voice has the id ${id}.`);
    return whole(voice);
  },

  "stt.create": async (call) => whole(await transcribe(parseForm(TranscriptionMultipartRequest, call))),

  "customVoices.create": (call) => {
    const { simulation } = call;
    const { file, ...labels } = parseForm(CreateCustomVoiceMultipartRequest, call);
    const voice_id = `voice_${simulation.nextId()}`;
    const wire: Wire.CustomVoice = {
      voice_id,
      created_at: new Date(simulation.now()).toISOString(),
      ...labels,
    };
    simulation.state.voices.set(voice_id, { serial: simulation.nextSerial(), wire, recording: file });
    return whole(wire);
  },

  "customVoices.list": (call) => {
    const page = pageBySerial(
      call.simulation.state.voices.values(),
      parseQuery(ListCustomVoicesParams, call),
    );
    const list: Wire.ListCustomVoicesResponse = { voices: page.data.map(({ wire }) => wire), ...page.next };
    return whole(list);
  },

  "customVoices.retrieve": (call) => whole(voiceOf(call).wire),

  "customVoices.update": (call) => {
    const voice = voiceOf(call);
    const changes = Object.entries(parseJson(UpdateCustomVoiceRequest, call));
    const labels = Object.fromEntries(changes.filter(([, value]) => value !== undefined));
    const wire: Wire.CustomVoice = { ...voice.wire, ...labels };
    call.simulation.state.voices.set(wire.voice_id, { ...voice, wire });
    return whole(wire);
  },

  "customVoices.delete": (call) => {
    call.simulation.state.voices.delete(voiceOf(call).wire.voice_id);
    return whole({ deleted: true });
  },

  "customVoices.audio": (call) => {
    const { recording } = voiceOf(call);
    return { kind: "bytes", bytes: recording, type: recording.type || "application/octet-stream" };
  },

  "realtime.clientSecrets.create": (call) => {
    const { simulation } = call;
    const { expires_after: lifetime } = parseOptionalJson(CreateClientSecretRequest, call);
    const secret: Wire.ClientSecret = {
      value: `xai-realtime-client-secret-${createRandom(simulation.nextId()).hex(48)}`,
      expires_at: simulation.nowSeconds() + (lifetime?.seconds ?? 600),
    };
    simulation.state.clientSecrets.set(secret.value, {
      value: secret.value,
      expiresAtSeconds: secret.expires_at,
    });
    return whole(secret);
  },
};

const secondsPerCharacter = 0.065;
const mostSeconds = 60;

function speak(call: Call): Reply {
  const body = parseJson(SpeechRequest, call);
  const { text, voice_id: voice } = body;
  if (text.trim() === "") throw invalidArgument("The field `text` is empty.");
  if (voice && findVoice(voice) === undefined && call.simulation.state.voices.get(voice) === undefined) {
    throw entityNotFound(`No voice has the id ${voice}.`);
  }
  const encoding = readEncoding(body.output_format);
  const type = typeOfSpeech(encoding);
  const characters = Array.from(text);
  const each = Math.min(secondsPerCharacter / (body.speed ?? 1), mostSeconds / characters.length);
  const audio = encodeSpeech(encoding, each * characters.length);
  if (body.with_timestamps !== true) return { kind: "bytes", bytes: new Blob([audio]), type };
  const speech: Wire.SpeechWithTimestamps = {
    audio: toBase64(audio),
    content_type: type,
    duration: each * characters.length,
    audio_timestamps: {
      graph_chars: characters,
      graph_times: characters.map((_, index) => [each * index, each * (index + 1)]),
    },
  };
  return whole(speech);
}

function voiceOf({ params, simulation }: Call): StoredVoice {
  const id = params["voice_id"] ?? "";
  const voice = simulation.state.voices.get(id);
  if (voice === undefined) throw entityNotFound(`No voice has the id ${id}.`);
  return voice;
}
