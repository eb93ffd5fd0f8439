import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { AlongsideError } from './episode/error.ts';

/** Every setting, checked. The README has the same table, and a test compares them. */
export interface Config {
  host: string;
  /** 0 picks a free one. */
  port: number;
  /** Absolute address without a slash at its end; null means the address it listens on. */
  publicUrl: string | null;
  trustProxy: boolean;
  /** Absolute path. */
  episodesDir: string;
  /** null means: make one at first start and keep it in `episodesDir`. */
  uploadToken: string | null;
  ffmpegPath: string | null;
  /** Addresses that are told of every episode that is published, changed or removed. */
  webhooks: string[];
  /** What these messages are signed with. */
  webhookSecret: string | null;
}

export const settingNames = [
  'HOST',
  'PORT',
  'PUBLIC_URL',
  'TRUST_PROXY',
  'EPISODES_DIR',
  'UPLOAD_TOKEN',
  'FFMPEG_PATH',
  'WEBHOOKS',
  'WEBHOOK_SECRET',
] as const;

/** What an Authorization header carries as it is: RFC 6750, without blanks and letters beyond ASCII. */
export const tokenRule = {
  pattern: /^[\x21-\x7e]+$/,
  problem: 'may have only visible ASCII characters, and no spaces',
};

const settings = z
  .object({
    HOST: z
      .string()
      .refine(
        (host) => URL.canParse(addressOf({ host, port: 0 })),
        'is neither a name nor an IP address',
      )
      .default('127.0.0.1'),
    PORT: z.coerce
      .number('is not a number')
      .int('is not a whole number')
      .min(0, 'is below 0')
      .max(65_535, 'is above 65535')
      .default(3000),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: 'is not an http or https address' })
      .refine((url) => !/[?#]/.test(url), 'must not have a query or a fragment')
      .transform((url) => url.replace(/\/+$/, ''))
      .nullable()
      .default(null),
    TRUST_PROXY: z.stringbool({ error: 'is neither true nor false' }).default(false),
    EPISODES_DIR: z.string().default('./episodes'),
    UPLOAD_TOKEN: z
      .string()
      .min(16, 'is shorter than 16 characters')
      .regex(tokenRule.pattern, tokenRule.problem)
      .nullable()
      .default(null),
    FFMPEG_PATH: z.string().nullable().default(null),
    WEBHOOKS: z
      .string()
      .default('')
      .transform((list) => list.split(/[\s,]+/).filter(Boolean))
      .pipe(
        z.array(z.url({ protocol: /^https?$/, error: 'lists what is no http or https address' })),
      ),
    WEBHOOK_SECRET: z.string().min(16, 'is shorter than 16 characters').nullable().default(null),
  })
  .refine(({ WEBHOOKS, WEBHOOK_SECRET }) => WEBHOOKS.length === 0 || WEBHOOK_SECRET !== null, {
    path: ['WEBHOOK_SECRET'],
    error: 'is missing: what goes to WEBHOOKS is signed with it',
  });

/**
 * Reads the settings from the environment, and from `.env` in the working directory for what the
 * environment leaves open. An empty variable counts as not set.
 *
 * @throws AlongsideError `setting_invalid`, naming every setting that is wrong
 */
export function readConfig(env: NodeJS.ProcessEnv = environment()): Config {
  const given = Object.fromEntries(
    settingNames.flatMap((name) => (env[name]?.trim() ? [[name, env[name].trim()]] : [])),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new AlongsideError('setting_invalid', `${wrong.join('; ')}.`, {
      remedy: 'Correct it in the environment or in .env; the README lists every setting.',
    });
  }
  const { HOST, PORT, PUBLIC_URL, TRUST_PROXY, EPISODES_DIR, UPLOAD_TOKEN, FFMPEG_PATH } =
    parsed.data;
  const { WEBHOOKS, WEBHOOK_SECRET } = parsed.data;
  return {
    host: HOST,
    port: PORT,
    publicUrl: PUBLIC_URL,
    trustProxy: TRUST_PROXY,
    episodesDir: resolve(EPISODES_DIR),
    uploadToken: UPLOAD_TOKEN,
    ffmpegPath: FFMPEG_PATH,
    webhooks: WEBHOOKS,
    webhookSecret: WEBHOOK_SECRET,
  };
}

/**
 * Where this machine reaches a server with these settings, without a slash at its end. IPv6 addresses
 * stand in brackets (RFC 3986, 3.2.2); one that listens everywhere is reached at 127.0.0.1.
 */
export function addressOf({ host, port }: Pick<Config, 'host' | 'port'>): string {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/**
 * A path as the person typed it, made absolute. npm runs commands in the project's folder and says in
 * INIT_CWD which folder the person called it from.
 */
export function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD || '.', path);
}

/** Whether npm runs this command and says so on stdout first: it does unless it is called with `-s`. */
export function npmPrintsFirst(): boolean {
  const { npm_lifecycle_event: command, npm_config_loglevel: level } = process.env;
  return command !== undefined && level !== 'silent';
}

function environment(): NodeJS.ProcessEnv {
  // Variables that are already set win over the file, as everybody expects of .env.
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}
