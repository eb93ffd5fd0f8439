/** How the words before a name introduce somebody: the one who speaks, or somebody else. */
export type Introduction = 'self' | 'other';

/**
 * Whether words introduce whoever is named right after them: `my name is`, `speaking with`. A name that
 * stands anywhere else may be anybody's, dead poets and cities included.
 *
 * @param lead the words before the name, lower case, with straight apostrophes
 */
export function introductionBy(lead: string): Introduction | null {
  if (self.test(lead)) return 'self';
  return other.test(lead) ? 'other' : null;
}

const self = ending(`
  i'm; i am; this is; my name is; my name's; ich bin; mein name ist; ich heiße; je suis; je m'appelle; soy;
  me llamo; mi nombre es; sono; mi chiamo; eu sou; meu nome é; ik ben; mijn naam is; jsem; jmenuji se; jestem;
  nazywam się; jag är; jag heter; jeg er; jeg heter; jeg hedder`);

const other = ending(`
  speaking with; speaking to; talking with; talking to; talk with; talk to; speak with; speak to; chatting with;
  interviewing; interview with; conversation with; joined by; here with; with me is; with us is;
  with me today is; with us today is; with me, ; i'm with; am with; today with; welcome; hello; introduce;
  guest; guests; guest is; guests are; guest today is; guest this week is;
  spreche mit; rede mit; gespräch mit; gast ist; bei mir ist; begrüße; willkommen;
  parle avec; discute avec; invité est; invitée est; reçois; bienvenue; compagnie de;
  hablo con; estoy con; invitado es; invitada es; bienvenido; bienvenida; parlo con; ospite è;
  mluvím s; povídám si s; hostem je; rozmawiam z; gościem jest; praat met; gast is`);

function ending(phrases: string): RegExp {
  const each = phrases.split(';').map((phrase) => phrase.trim().replace(/,$/, ''));
  return new RegExp(`(?:^| )(?:${each.join('|')})$`, 'u');
}
