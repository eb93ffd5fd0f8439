import { AlongsidePlayer } from './alongside-player.ts';

customElements.define('alongside-player', AlongsidePlayer);
