package wenyuan.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wenyuan.model.Correctable;
import wenyuan.model.Correction;
import wenyuan.model.Document;
import wenyuan.model.Label;

/**
 * What people decided about labels. It is kept apart from what rules made and laid over it whenever a document is read. A
 * decision belongs to a text, so it holds for every document that has it, now or later, and each decision is a numbered
 * change of all of them. Thread-safe.
 */
public final class Corrections {
    private static final int PAGE = 200;

    private final Catalog catalog;
    private final Clock clock;

    Corrections(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * What somebody wants of a field.
     *
     * @param values the labels, none for "there is none"; empty to leave it to the rules again
     */
    public record Decision(Correctable field, Optional<List<Label>> values) {
        /** There is this, and nothing else. */
        public static Decision set(Correctable field, List<Label> values) {
            return new Decision(field, Optional.of(List.copyOf(values)));
        }

        /** Leave it to the rules. */
        public static Decision withdraw(Correctable field) {
            return new Decision(field, Optional.empty());
        }
    }

    /**
     * Fields of a text as they were decided before somebody decided otherwise.
     *
     * @param before what had been decided of {@code fields}; those without any had been left to the rules
     */
    public record Earlier(String textKey, List<Correctable> fields, List<Correction> before) {
        public Earlier {
            fields = List.copyOf(fields);
            before = List.copyOf(before);
        }
    }

    /**
     * Decides fields of one document and of all with its text.
     *
     * @return how it was before; empty when there is no such document
     */
    public Optional<Earlier> decide(String documentId, List<Decision> decisions, String user) {
        return catalog.write(sql -> {
            Optional<Document> document = new Documents(sql).ruled(documentId);
            if (document.isEmpty()) {
                return Optional.<Earlier>empty();
            }
            Earlier earlier = earlier(sql, document.get().textKey(), fields(decisions));
            decide(sql, document.get(), decisions, user);
            audit(sql, document.get(), decisions, user);
            return Optional.of(earlier);
        });
    }

    /**
     * Decides the same of many documents: a page of them a transaction, and one line in the log.
     *
     * @param scope what the documents are, for the log
     * @return number of documents that it changed, those with the same texts among them; ids that are not there are passed over
     */
    public long decideAll(List<String> documentIds, List<Decision> decisions, String user, String scope) {
        long changed = 0;
        Set<String> done = new HashSet<>();
        for (int from = 0; from < documentIds.size(); from += PAGE) {
            List<String> page = documentIds.subList(from, Math.min(from + PAGE, documentIds.size()));
            boolean first = from == 0;
            changed += catalog.write(sql -> {
                if (first) {
                    String detail = documentIds.size() + ": " + wording(decisions);
                    Audit.insert(sql, new Audit.Deed(user, Audit.Action.CORRECT_MANY, scope, detail), clock.instant());
                }
                return decideAll(sql, page, decisions, user, done);
            });
        }
        return changed;
    }

    /**
     * Puts back what was decided earlier, unless somebody else has decided meanwhile. Engines hear of it like of any decision.
     *
     * @return whether it was put back
     */
    public boolean restore(Earlier earlier, String user) {
        return catalog.write(sql -> {
            Decisions decisions = new Decisions(sql);
            boolean others = decisions.of(earlier.textKey()).stream()
                    .anyMatch(now -> earlier.fields().contains(now.field())
                            && !now.user().equals(user)
                            && !earlier.before().contains(now));
            if (others) {
                return false;
            }
            for (Correctable field : earlier.fields()) {
                decisions.remove(earlier.textKey(), field);
            }
            for (Correction correction : earlier.before()) {
                decisions.put(correction);
            }
            List<String> documents = new Documents(sql).idsWith(earlier.textKey());
            new Documents(sql).decided(earlier.textKey());
            Audit.Deed deed = new Audit.Deed(
                    user, Audit.Action.CORRECTION_WITHDRAWN, String.join(" ", documents), names(earlier.fields()));
            Audit.insert(sql, deed, clock.instant());
            return true;
        });
    }

    /** What was decided about a text, by field. */
    public List<Correction> of(String textKey) {
        return catalog.read(sql -> new Decisions(sql).of(textKey));
    }

    /** Ids of the documents that have this text. */
    public List<String> documents(String textKey) {
        return catalog.read(sql -> new Documents(sql).idsWith(textKey));
    }

    /** Ids of up to {@code most} documents whose title holds these words, by title. */
    public List<String> titled(String words, int most) {
        return catalog.read(sql -> sql.strings(
                "SELECT id FROM documents WHERE title LIKE '%' || ? || '%' ORDER BY title, id LIMIT ?", words, most));
    }

    /**
     * How many documents whose title holds these words have which label, by its id, empty for none.
     *
     * @param field type, year or kind: those that twins should agree on
     */
    public Map<String, Long> labelled(String words, Correctable field) {
        return catalog.read(sql -> new Waiting(sql).labelled(words, field));
    }

    /** Everything decided, oldest first. */
    public List<Correction> all() {
        return catalog.read(sql -> new Decisions(sql).all());
    }

    /** Decisions about texts that no document has any more, by the document they were made on. */
    public List<Correction> detached() {
        return catalog.read(sql -> new Decisions(sql).detached());
    }

    /** Decisions that went along when new rules changed the text, and that nobody has looked at since. */
    public List<Correction> moved() {
        return catalog.read(sql -> new Decisions(sql).moved());
    }

    /** A document as the rules made it, without what people decided; empty when there is none. */
    public Optional<Document> ruled(String documentId) {
        return catalog.read(sql -> new Documents(sql).ruled(documentId));
    }

    /**
     * Gives a detached decision to the text of a document; what was decided about that field of it gives way.
     *
     * @return whether there were both
     */
    public boolean attach(String textKey, Correctable field, String documentId, String user) {
        return catalog.write(sql -> {
            Decisions decisions = new Decisions(sql);
            Optional<Correction> correction = one(decisions, textKey, field);
            Optional<String> target = new Documents(sql).textKey(documentId);
            if (correction.isEmpty() || target.isEmpty()) {
                return false;
            }
            decisions.remove(target.get(), field);
            decisions.move(correction.get(), target.get(), Optional.empty());
            new Documents(sql).decided(target.get());
            Audit.Deed deed = new Audit.Deed(user, Audit.Action.CORRECTION_MOVED, documentId, field.english());
            Audit.insert(sql, deed, clock.instant());
            return true;
        });
    }

    /** Somebody has looked at a decision that went along, and lets it stand. */
    public boolean keep(String textKey, Correctable field) {
        return catalog.write(sql ->
                sql.run("UPDATE corrections SET moved = '' WHERE text_key = ? AND field = ?", textKey, field.name())
                        == 1);
    }

    /** Takes back a decision, also a detached one; whether there was one. */
    public boolean withdraw(String textKey, Correctable field, String user) {
        return catalog.write(sql -> {
            Optional<Correction> correction = one(new Decisions(sql), textKey, field);
            if (correction.isEmpty()) {
                return false;
            }
            new Decisions(sql).remove(textKey, field);
            new Documents(sql).decided(textKey);
            Audit.Deed deed = new Audit.Deed(
                    user, Audit.Action.CORRECTION_WITHDRAWN, correction.get().documentId(), field.english());
            Audit.insert(sql, deed, clock.instant());
            return true;
        });
    }

    private static Optional<Correction> one(Decisions decisions, String textKey, Correctable field)
            throws SQLException {
        return decisions.of(textKey).stream()
                .filter(correction -> correction.field() == field)
                .findFirst();
    }

    private long decideAll(Sql sql, List<String> ids, List<Decision> decisions, String user, Set<String> done)
            throws SQLException {
        long changed = 0;
        for (String id : ids) {
            Optional<Document> document = new Documents(sql).ruled(id);
            if (document.isPresent() && done.add(document.get().textKey())) {
                changed += decide(sql, document.get(), decisions, user);
            }
        }
        return changed;
    }

    private long decide(Sql sql, Document document, List<Decision> decisions, String user) throws SQLException {
        Decisions table = new Decisions(sql);
        Instant now = clock.instant();
        for (Decision decision : decisions) {
            Correctable field = decision.field();
            if (decision.values().isEmpty()) {
                table.remove(document.textKey(), field);
                continue;
            }
            table.put(new Correction(
                    document.textKey(),
                    field,
                    decision.values().get(),
                    field.of(document.attributes()),
                    user,
                    now,
                    document.id(),
                    document.title(),
                    Optional.empty()));
        }
        return new Documents(sql).decided(document.textKey());
    }

    private void audit(Sql sql, Document document, List<Decision> decisions, String user) throws SQLException {
        boolean withdrawn =
                decisions.stream().allMatch(decision -> decision.values().isEmpty());
        Audit.Action action = withdrawn ? Audit.Action.CORRECTION_WITHDRAWN : Audit.Action.CORRECT;
        Audit.insert(
                sql,
                new Audit.Deed(user, action, document.id() + " " + document.title(), wording(decisions)),
                clock.instant());
    }

    private static Earlier earlier(Sql sql, String textKey, List<Correctable> fields) throws SQLException {
        List<Correction> before = new ArrayList<>(new Decisions(sql).of(textKey));
        before.removeIf(correction -> !fields.contains(correction.field()));
        return new Earlier(textKey, fields, before);
    }

    private static List<Correctable> fields(List<Decision> decisions) {
        return decisions.stream().map(Decision::field).toList();
    }

    private static String names(List<Correctable> fields) {
        return String.join(", ", fields.stream().map(Correctable::english).toList());
    }

    private static String wording(List<Decision> decisions) {
        return String.join("; ", decisions.stream().map(Corrections::wording).toList());
    }

    private static String wording(Decision decision) {
        String values = decision.values()
                .map(labels -> labels.isEmpty()
                        ? "none"
                        : String.join(", ", labels.stream().map(Label::name).toList()))
                .orElse("withdrawn");
        return decision.field().english() + " = " + values;
    }
}
