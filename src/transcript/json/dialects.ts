import type { Dialect } from './dialect.ts';
import { aeneas } from './dialects/aeneas.ts';
import { amazonCalls } from './dialects/amazon-calls.ts';
import { amazonTranscribe } from './dialects/amazon-transcribe.ts';
import { assemblyAi } from './dialects/assembly-ai.ts';
import { azureSpeech } from './dialects/azure-speech.ts';
import { deepgram } from './dialects/deepgram.ts';
import { elevenLabs } from './dialects/eleven-labs.ts';
import { googleSpeech } from './dialects/google-speech.ts';
import { ibmWatson } from './dialects/ibm-watson.ts';
import { kaldi } from './dialects/kaldi.ts';
import { paperEdit } from './dialects/paper-edit.ts';
import { podcastNamespace } from './dialects/podcast-namespace.ts';
import { podlove } from './dialects/podlove.ts';
import { rev } from './dialects/rev.ts';
import { speechmatics } from './dialects/speechmatics.ts';
import { speechmaticsWords } from './dialects/speechmatics-words.ts';
import { vosk } from './dialects/vosk.ts';
import { whisper } from './dialects/whisper.ts';
import { whisperCpp } from './dialects/whisper-cpp.ts';
import { youtube } from './dialects/youtube.ts';

/**
 * The dialects of JSON that can be read, the most particular first: the first one that fits reads the file.
 * IBM's results look like Google's with more in them, and Whisper's words like those of several others.
 */
export const dialects: readonly Dialect[] = [
  podcastNamespace,
  podlove,
  whisperCpp,
  amazonTranscribe,
  amazonCalls,
  deepgram,
  speechmatics,
  speechmaticsWords,
  ibmWatson,
  googleSpeech,
  azureSpeech,
  elevenLabs,
  rev,
  paperEdit,
  assemblyAi,
  kaldi,
  vosk,
  aeneas,
  youtube,
  whisper,
];
