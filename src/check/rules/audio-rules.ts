import type { Rules } from './rule.ts';

/** The enclosure, what is behind it, and how it sounds. */
export const audioRules = {
  'enclosure-missing': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Add the <enclosure> with url, length and type.',
  },
  'enclosure-several': {
    severity: 'error',
    source: 'Apple 823; RSS 2.0',
    remedy: 'Keep one enclosure; offer others as <podcast:alternateEnclosure>.',
  },
  'enclosure-repeated': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Give each episode its own address: directories ignore the second one.',
  },
  'enclosure-url': {
    severity: 'error',
    source: 'RSS 2.0: enclosure',
    remedy: 'Give the whole address, beginning with https:// or http://.',
  },
  'address-not-ascii': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Name the file with ASCII letters and digits only, without blanks.',
  },
  'address-encoded': {
    severity: 'warning',
    source: 'Apple 823',
    remedy:
      'Name the file with ASCII letters and digits only; Apple’s app refuses others even encoded.',
  },
  'enclosure-extension': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Let the path end in the ending of what it is: .mp3, .m4a, .mp4, .m4v, .mov or .pdf.',
  },
  'enclosure-length-form': {
    severity: 'error',
    source: 'RSS 2.0: enclosure',
    remedy: 'Give the length in bytes, as a whole number above zero.',
  },
  'enclosure-length': {
    severity: 'error',
    source: 'Apple 823; RSS 2.0: enclosure',
    remedy: 'Let length be the number of bytes that are served.',
  },
  'enclosure-type': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Name the type of the file as it is: audio/mpeg for MP3, audio/x-m4a for M4A.',
  },
  'enclosure-type-spelling': {
    severity: 'warning',
    source: 'Apple 823',
    remedy: 'Write audio/mpeg for MP3 and audio/x-m4a for M4A: some apps compare the text.',
  },
  'enclosure-content': {
    severity: 'error',
    source: 'Apple 893',
    remedy: 'Serve MP3 or AAC in an M4A file.',
  },
  'audio-unreachable': {
    severity: 'error',
    source: 'Apple 823',
    remedy: 'Make the file answer 200 to everybody at this address.',
  },
  'audio-head': {
    severity: 'error',
    source: 'Apple 823; RFC 9110, 9.3.2',
    remedy: 'Answer HEAD as GET, without the body.',
  },
  'audio-head-length': {
    severity: 'error',
    source: 'Apple 823; RFC 9110, 8.6',
    remedy: 'Send the file’s Content-Length in answer to HEAD.',
  },
  'audio-served-type': {
    severity: 'error',
    source: 'Apple 823; RFC 9110, 8.3',
    remedy: 'Serve the file with the Content-Type of what it is: audio/mpeg for MP3.',
  },
  'audio-range': {
    severity: 'error',
    source: 'Apple 823; RFC 9110, 14.2',
    remedy:
      'Answer Range: bytes=0-1 with 206, those two bytes and Content-Range: bytes 0-1/<length>.',
  },
  'audio-range-suffix': {
    severity: 'error',
    source: 'RFC 9110, 14.1.2',
    remedy: 'Answer a range such as bytes=-2 with 206 and the last two bytes.',
  },
  'audio-range-open': {
    severity: 'error',
    source: 'RFC 9110, 14.1.2',
    remedy: 'Answer a range such as bytes=100- with 206 and all bytes from there to the end.',
  },
  'audio-unreadable': {
    severity: 'error',
    source: 'Apple 893',
    remedy: 'Play the file to its end, and encode it anew from the original.',
  },
  'audio-too-large': {
    severity: 'advice',
    source: 'Apple 893',
    remedy:
      'Encode it with fewer bits a second: more than a gigabyte is slow to load for everybody.',
  },
  'duration-wrong': {
    severity: 'warning',
    source: 'Apple 823',
    remedy: 'Write into <itunes:duration> how long the file really is.',
  },
  loudness: {
    severity: 'advice',
    source: 'Apple 893',
    remedy: 'Bring it to −16 LUFS, or −19 in mono, give or take two.',
  },
  'true-peak': {
    severity: 'advice',
    source: 'Apple 893; ITU-R BS.1770',
    remedy: 'Keep true peaks at −1 dBTP or below, so that players do not distort them.',
  },
  'bit-rate': {
    severity: 'advice',
    source: 'Apple 893',
    remedy: 'Encode MP3 with 96 to 128 kbit/s in mono and 128 to 256 kbit/s in stereo.',
  },
} as const satisfies Rules;
