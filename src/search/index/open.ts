import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';

/** An open index. */
export type Database = DatabaseSyncInstance;

/** Raised when what is indexed, or how, changes; an older index is then made anew. */
const version = 10;

/**
 * `said` and `about` are what is looked through, the one for all that is said, the other for all else. `words` holds a passage's words as they are said, `compound` what was written with a hyphen as one word, `who`
 * the speakers, `tag` the episode’s tags, `kind` what the passage is. The text itself is in `passage`. `word` has
 * every word with its language and its stem, by which its other forms are found: a question names them all,
 * which takes half the space of an index of stems beside that of words.
 * `speaking` says how much everybody says, `telling` what an episode may be about.
 * Rows are numbered by date (`rows.ts`), so that the newest are found first and dates are ranges.
 */
const schema = `
create table episode (
  id integer primary key, slug text unique not null, key text not null, language text not null,
  passages integer not null
);
create table passage (
  id integer primary key, kind text not null, speakers text not null, text text not null,
  first real, steps blob not null, end real, own_length integer not null
);
create virtual table said using fts5 (
  words, compound, who, tag, kind, content = '', contentless_delete = 1, tokenize = 'ascii'
);
create virtual table about using fts5 (
  words, compound, who, tag, kind, content = '', contentless_delete = 1, tokenize = 'ascii'
);
create table word (
  text text not null, language text not null, stem text not null, passages integer not null,
  primary key (text, language, stem)
) without rowid;
create index word_form on word (stem, language);
create table speaking (
  who text not null, episode integer not null, turns integer not null, seconds real not null,
  words integer not null, primary key (who, episode)
) without rowid;
create index speaking_in on speaking (episode);
create table telling (
  word text not null, episode integer not null, count integer not null, primary key (word, episode)
) without rowid;
create index telling_in on telling (episode);
insert into said (said, rank) values ('hashsize', ${8 << 20});
pragma user_version = ${version};
`;

/**
 * Opens the index, and begins a new one where it is of another version. Another process that has it open
 * is waited for a little while.
 *
 * @param file absolute path, or `:memory:`
 * @throws whatever SQLite says of a file that it cannot use
 */
export function openDatabase(file: string): Database {
  const database = new DatabaseSync(file, { timeout: 2000 });
  try {
    // Nothing is lost with it that cannot be made again, and no other process is to write into it.
    database.exec(
      'pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -8000; pragma temp_store = memory;',
    );
    const found = database.prepare('pragma user_version').get() as { user_version: number };
    if (found.user_version !== version) makeAnew(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function makeAnew(database: Database) {
  database.exec('begin immediate');
  for (const table of ['said', 'about', 'episode', 'passage', 'word', 'speaking', 'telling']) {
    database.exec(`drop table if exists ${table}`);
  }
  database.exec(schema);
  database.exec('commit');
}

/**
 * Closes the index and lets go of its file. Closing alone does not: a connection lives on until what was
 * prepared in it has been collected as garbage.
 */
export function closeDatabase(database: Database) {
  try {
    database.exec('pragma journal_mode = delete; pragma locking_mode = normal;');
    database.prepare('select count(*) from episode').get();
  } finally {
    database.close();
  }
}
