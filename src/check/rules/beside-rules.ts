import type { Rules } from './rule.ts';

/** What stands beside the sound: art, transcripts and chapters. */
export const besideRules = {
  'art-unreachable': {
    severity: 'error',
    source: 'Apple 896',
    remedy: 'Make the picture answer 200 to everybody at this address.',
  },
  'art-content': {
    severity: 'error',
    source: 'Apple 896',
    remedy: 'Use a JPEG or PNG picture.',
  },
  'art-extension': {
    severity: 'error',
    source: 'Apple 896',
    remedy: 'Let the path end in .jpg for JPEG and .png for PNG.',
  },
  'art-served-type': {
    severity: 'error',
    source: 'Apple 896; RFC 9110, 8.3',
    remedy: 'Serve JPEG as image/jpeg and PNG as image/png.',
  },
  'art-not-square': {
    severity: 'error',
    source: 'Apple 896',
    remedy: 'Cut the picture to a square.',
  },
  'art-size': {
    severity: 'error',
    source: 'Apple 896',
    remedy: 'Use a picture of 1400 to 3000 pixels each way.',
  },
  'art-colours': {
    severity: 'error',
    source: 'Apple 896; PSP-1 #13',
    remedy: 'Save the picture in RGB: CMYK shows in wrong colours or not at all.',
  },
  'art-alpha': {
    severity: 'warning',
    source: 'PSP-1 #13',
    remedy: 'Save the picture without transparency.',
  },
  'art-heavy': {
    severity: 'warning',
    source: 'PSP-1 #13',
    remedy: 'Save the picture smaller than 500 kB.',
  },
  'art-head': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Answer HEAD for the picture as GET, without the body.',
  },
  'art-range': {
    severity: 'error',
    source: 'Apple 823; RFC 9110, 14.2',
    remedy:
      'Answer Range: bytes=0-1 with 206, those two bytes and Content-Range: bytes 0-1/<length>.',
  },
  'transcript-type': {
    severity: 'error',
    source: 'podcast namespace: transcript',
    remedy:
      'Write text/vtt, application/x-subrip, application/json, text/html or text/plain, without parameters.',
  },
  'transcript-unreachable': {
    severity: 'error',
    source: 'podcast namespace: transcript',
    remedy: 'Make the transcript answer 200 at this address, or take the tag out.',
  },
  'transcript-unreadable': {
    severity: 'error',
    source: 'podcast namespace: transcript; WebVTT, 4.1',
    remedy: 'Correct the file, or write it anew from the original.',
  },
  'transcript-problems': {
    severity: 'warning',
    source: 'podcast namespace: transcript; WebVTT, 4.1',
    remedy: 'Correct the lines that are named; apps drop what they cannot read.',
  },
  'transcript-other-format': {
    severity: 'error',
    source: 'podcast namespace: transcript',
    remedy: 'Let type say what the file is.',
  },
  'transcript-served-type': {
    severity: 'warning',
    source: 'podcast namespace: transcript',
    remedy: 'Serve the file with the type that the tag names.',
  },
  'transcript-cors': {
    severity: 'warning',
    source: 'podcast namespace: transcript',
    remedy: 'Send Access-Control-Allow-Origin: *, or players on the web cannot read it.',
  },
  'transcript-without-vtt': {
    severity: 'advice',
    source: 'podcast namespace: transcript',
    remedy: 'Offer WebVTT as well: it is the one format that Apple reads.',
  },
  'chapters-type': {
    severity: 'error',
    source: 'podcast namespace: chapters',
    remedy: 'Write type="application/json+chapters".',
  },
  'chapters-unreachable': {
    severity: 'error',
    source: 'podcast namespace: chapters',
    remedy: 'Make the chapters answer 200 at this address, or take the tag out.',
  },
  'chapters-unreadable': {
    severity: 'error',
    source: 'podcast namespace: JSON chapters',
    remedy: 'Write {"version": "1.2.0", "chapters": [{"startTime": 0, "title": "…"}]}.',
  },
  'chapters-order': {
    severity: 'error',
    source: 'podcast namespace: JSON chapters',
    remedy: 'List the chapters in the order of their times, each time once.',
  },
  'chapters-beyond': {
    severity: 'warning',
    source: 'podcast namespace: JSON chapters',
    remedy: 'Let every chapter begin before the episode ends.',
  },
  'chapters-few': {
    severity: 'advice',
    source: 'Apple 5482',
    remedy: 'Give at least three chapters, or none.',
  },
  'chapters-served-type': {
    severity: 'warning',
    source: 'podcast namespace: JSON chapters',
    remedy: 'Serve the chapters as application/json+chapters.',
  },
  'chapters-cors': {
    severity: 'warning',
    source: 'podcast namespace: chapters',
    remedy: 'Send Access-Control-Allow-Origin: *, or players on the web cannot read them.',
  },
  'chapters-differ': {
    severity: 'warning',
    source: 'Podlove Simple Chapters; podcast namespace: chapters',
    remedy: 'List the same chapters in each form.',
  },
  'simple-chapters-form': {
    severity: 'error',
    source: 'Podlove Simple Chapters 1.2',
    remedy: 'Give each chapter a title and a start such as 00:01:30.000, in order.',
  },
} as const satisfies Rules;
