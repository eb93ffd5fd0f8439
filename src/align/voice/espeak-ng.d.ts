/** What is used of the package, which comes without types. */
declare module '@echogarden/espeak-ng-emscripten' {
  export interface EspeakVoice {
    /** Where its data lies: `gmw/en-US`. */
    identifier: string;
    /** Lower-case tags of the languages it speaks; the lower the number, the better it suits. */
    languages: { name: string; priority: number }[];
  }

  export interface EspeakEvent {
    type: string;
    /** In code points of the text, counted from 1. */
    text_position: number;
    /** Milliseconds. */
    audio_position: number;
    /** A string in phoneme events: the phone in IPA. */
    id: string | number | undefined;
  }

  export interface EspeakWorker {
    get_samplerate(): number;
    list_voices(): EspeakVoice[];
    /** 0 where it could be set. */
    set_voice(identifier: string): number;
    /** Words a minute, 80 to 450. */
    set_rate(rate: number): void;
    /** Calls back with one block of sound after another; true stops it. */
    synthesize(
      text: string,
      onBlock: (samples: Int16Array, events: EspeakEvent[]) => boolean,
    ): void;
  }

  export default function load(options: {
    print: (line: string) => void;
    printErr: (line: string) => void;
  }): Promise<{ eSpeakNGWorker: new () => EspeakWorker }>;
}
