package wenyuan.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wenyuan.model.Span;

/** Words proposed for the dictionary and what admins made of them. Thread-safe. */
public final class Words {
    private static final TypeReference<List<Example>> EXAMPLES = new TypeReference<>() {};

    private final Catalog catalog;
    private final Clock clock;

    Words(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** What became of a word. */
    public enum State {
        PROPOSED,
        ACCEPTED,
        /** Not proposed again. */
        REJECTED
    }

    /**
     * A word that the archive seems to use.
     *
     * @param word normal form
     * @param frequency how often it stands in the texts that were read
     * @param documents documents of the whole archive that hold it
     */
    public record Proposal(String word, long frequency, long documents, List<Example> examples) {
        public Proposal {
            examples = List.copyOf(examples);
        }
    }

    /**
     * A sentence with the word.
     *
     * @param mark where the word stands in {@code text}
     */
    public record Example(String document, String title, String text, Span mark) {}

    /**
     * What the last search for words has read.
     *
     * @param documents number of documents read
     * @param of documents in the archive then
     * @param characters characters read
     */
    public record Reading(long documents, long of, long characters, Instant at) {}

    /** Puts proposals, best first, in place of those nobody has decided on; words decided on are left as they are. */
    public void propose(List<Proposal> proposals, long documents, long of, long characters) {
        Reading reading = new Reading(documents, of, characters, clock.instant());
        catalog.write(sql -> {
            sql.run("DELETE FROM words WHERE state = 'PROPOSED'");
            for (int place = 0; place < proposals.size(); place++) {
                Proposal proposal = proposals.get(place);
                sql.run(
                        "INSERT OR IGNORE INTO words (word, state, place, frequency, documents, examples, user, at)"
                                + " VALUES (?, 'PROPOSED', ?, ?, ?, ?, '', ?)",
                        proposal.word(),
                        place,
                        proposal.frequency(),
                        proposal.documents(),
                        Json.write(proposal.examples()),
                        reading.at().toString());
            }
            return remember(sql, "words", Json.write(reading));
        });
    }

    /** What the last search for words has read, if there was one. */
    public Optional<Reading> reading() {
        return meta("words").map(json -> Json.read(json, Reading.class));
    }

    /** Proposals that wait for a decision, best first. */
    public List<Proposal> proposals(long from, int size) {
        return catalog.read(sql -> sql.list(
                "SELECT word, frequency, documents, examples FROM words WHERE state = 'PROPOSED'"
                        + " ORDER BY place, word LIMIT ? OFFSET ?",
                Words::proposal,
                size,
                from));
    }

    /** Number of words in a state. */
    public long count(State state) {
        return catalog.read(sql -> sql.number("SELECT count(*) FROM words WHERE state = ?", state.name()));
    }

    /** Words in a state, in no special order. */
    public List<String> in(State state) {
        return catalog.read(sql -> sql.strings("SELECT word FROM words WHERE state = ?", state.name()));
    }

    /** Remembers a decision on words, proposed or not. */
    public void decide(List<String> words, State state, String user) {
        catalog.write(sql -> {
            for (String word : words) {
                sql.run(
                        "INSERT INTO words (word, state, place, frequency, documents, examples, user, at) VALUES (?, ?, 0, 0, 0, '[]', ?, ?)"
                                + " ON CONFLICT (word) DO UPDATE SET state = excluded.state, user = excluded.user, at = excluded.at",
                        word,
                        state.name(),
                        user,
                        clock.instant().toString());
            }
            return words.size();
        });
    }

    /** Forgets what was decided on words: they may be proposed again. */
    public void forget(List<String> words) {
        catalog.write(sql -> {
            for (String word : words) {
                sql.run("DELETE FROM words WHERE word = ?", word);
            }
            return words.size();
        });
    }

    /** The words of the home that the index was last built with. */
    public List<String> applied() {
        return meta("lexicon").map(json -> Json.read(json, Json.STRINGS)).orElse(List.of());
    }

    /** Remembers the words of the home that the index has just been built with. */
    public void apply(List<String> words) {
        catalog.write(sql -> remember(sql, "lexicon", Json.write(words)));
    }

    /** A document is gone, or held: no sentence of it stays behind with the words that were proposed. */
    static void forgetExamples(Sql sql, String documentId) throws SQLException {
        List<Proposal> quoting = sql.list(
                "SELECT word, frequency, documents, examples FROM words WHERE examples LIKE '%\"' || ? || '\"%'",
                Words::proposal, documentId);
        for (Proposal proposal : quoting) {
            List<Example> left = proposal.examples().stream()
                    .filter(example -> !example.document().equals(documentId))
                    .toList();
            sql.run("UPDATE words SET examples = ? WHERE word = ?", Json.write(left), proposal.word());
        }
    }

    private static int remember(Sql sql, String name, String value) throws SQLException {
        return sql.run("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", name, value);
    }

    private Optional<String> meta(String name) {
        return catalog.read(sql -> sql.strings("SELECT value FROM meta WHERE name = ?", name)).stream()
                .findFirst();
    }

    private static Proposal proposal(ResultSet rows) throws SQLException {
        return new Proposal(
                rows.getString(1), rows.getLong(2), rows.getLong(3), Json.read(rows.getString(4), EXAMPLES));
    }
}
