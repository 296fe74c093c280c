package wenyuan.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a person should look at a label of a document. The store keeps the numbers: they never change. */
public enum Doubt {
    YEAR_UNKNOWN(0, Reason.YEAR_UNKNOWN, Correctable.YEAR),
    YEAR_DISPUTED(1, Reason.YEAR_DISPUTED, Correctable.YEAR),
    TYPE_UNKNOWN(2, Reason.TYPE_UNKNOWN, Correctable.TYPE),
    TYPE_UNSURE(3, Reason.UNSURE, Correctable.TYPE),
    KIND_UNSURE(4, Reason.UNSURE, Correctable.KIND),
    LEVEL_UNSURE(5, Reason.UNSURE, Correctable.LEVEL),
    SPEAKER_UNSURE(6, Reason.UNSURE, Correctable.SPEAKER),
    TYPE_DIFFERS(7, Reason.TWINS, Correctable.TYPE),
    YEAR_DIFFERS(8, Reason.TWINS, Correctable.YEAR),
    KIND_DIFFERS(9, Reason.TWINS, Correctable.KIND);

    /** A label that is less sure than this is for a person to look at. */
    public static final double SURE = 0.7;

    /** Kinds that are spoken at a meeting: one without a type is worth a look. */
    private static final Set<String> SPOKEN = Set.of("speech", "chairing", "statement", "work-report", "review");

    private final int bit;
    private final Reason reason;
    private final Correctable field;

    Doubt(int number, Reason reason, Correctable field) {
        this.bit = 1 << number;
        this.reason = reason;
        this.field = field;
    }

    /** What people choose from in the queue. */
    public enum Reason {
        YEAR_DISPUTED,
        TYPE_UNKNOWN,
        TWINS,
        UNSURE,
        YEAR_UNKNOWN
    }

    /** What it is about. */
    public Reason reason() {
        return reason;
    }

    /** The field that is in doubt. */
    public Correctable field() {
        return field;
    }

    /**
     * The doubts about one document taken alone: its year is unknown, known from the page only, or disputed; it is spoken at
     * a meeting ({@code kind} is a speech, a chair's words, a statement, a work report or a comment) whose type is unknown; type,
     * kind, level or speaker have a confidence below {@link #SURE}. A field that a person has decided is in no doubt.
     * A text's score in the queue is the number of its doubtful fields times the number of documents that have the text, counted up to a thousand.
     */
    public static Set<Doubt> of(Attributes attributes, Set<Correctable> decided) {
        EnumSet<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        year(attributes.dating()).ifPresent(doubts::add);
        if (attributes.meeting().isEmpty() && spoken(attributes)) {
            doubts.add(TYPE_UNKNOWN);
        }
        addUnsure(doubts, TYPE_UNSURE, attributes.meeting());
        addUnsure(doubts, KIND_UNSURE, attributes.kind());
        addUnsure(doubts, LEVEL_UNSURE, attributes.level());
        addUnsure(doubts, SPEAKER_UNSURE, attributes.speaker());
        doubts.removeIf(doubt -> decided.contains(doubt.field));
        return doubts;
    }

    /** Doubts as a number: bit n for number n. */
    public static int bits(Set<Doubt> doubts) {
        return doubts.stream().mapToInt(doubt -> doubt.bit).sum();
    }

    /** What {@link #bits} made a number of. */
    public static Set<Doubt> of(int bits) {
        EnumSet<Doubt> doubts = EnumSet.allOf(Doubt.class);
        doubts.removeIf(doubt -> (bits & doubt.bit) == 0);
        return doubts;
    }

    /** The doubts of one reason. */
    public static Set<Doubt> of(Reason reason) {
        EnumSet<Doubt> doubts = EnumSet.allOf(Doubt.class);
        doubts.removeIf(doubt -> doubt.reason != reason);
        return doubts;
    }

    /** The fields that are in doubt, in order. */
    public static List<Correctable> fields(Set<Doubt> doubts) {
        return doubts.stream().map(Doubt::field).distinct().sorted().toList();
    }

    private static Optional<Doubt> year(Dating dating) {
        return switch (dating) {
            case Dating.Known known -> Optional.empty();
            case Dating.Inferred inferred -> Optional.empty();
            case Dating.Disputed disputed -> Optional.of(YEAR_DISPUTED);
            case Dating.PageOnly page -> Optional.of(YEAR_UNKNOWN);
            case Dating.Unknown unknown -> Optional.of(YEAR_UNKNOWN);
        };
    }

    private static boolean spoken(Attributes attributes) {
        return attributes
                .kind()
                .filter(claim -> SPOKEN.contains(claim.label().id()))
                .isPresent();
    }

    private static void addUnsure(Set<Doubt> doubts, Doubt doubt, Optional<Claim> claim) {
        claim.filter(known -> known.confidence() < SURE).ifPresent(known -> doubts.add(doubt));
    }
}
