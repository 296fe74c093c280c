package wenyuan.web;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wenyuan.config.Overrides;
import wenyuan.model.Correctable;
import wenyuan.model.Correction;
import wenyuan.model.Label;
import wenyuan.text.Normal;

/**
 * A rule that corrections speak for.
 *
 * @param field meeting type or kind: what a title decides
 * @param words what the titles share, in normal form
 * @param label what people said it is
 * @param corrections number of texts for which they said so
 */
public record Suggestion(Correctable field, String words, Label label, int corrections) {
    /** As many corrections must agree. */
    static final int LEAST = 3;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 14;
    private static final int MOST_TRIED = 60;

    /** What a meeting's name ends with. */
    private static final Pattern MEETING = Pattern.compile(".*(?:会|会议|班|课|式|党日|谈话|论坛|现场办公)");

    /** What stands before a name and is no part of it. */
    private static final String BEFORE_NAMES = "在于的和与及对是为暨";

    /** Whose meeting it is, which is no part of its name either: 全县工作务虚会 → 工作务虚会. */
    private static final Pattern WHOSE =
            Pattern.compile("^全?(?:省|市(?![场民政容])|县|区(?![域块])|乡(?!村)|镇|村(?![民级])|州)委?(?=..)|^街道(?:党工委)?(?=..)");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

    /** Words of the kind that {@link #words} may be. */
    static boolean usable(String words) {
        return HAN.matcher(words).matches() && words.length() >= SHORTEST && words.length() <= LONGEST;
    }

    /** The line that would say so. */
    Overrides.Line line() {
        String own = "{id: own." + words + ", label: " + label.id();
        return field == Correctable.TYPE
                ? new Overrides.Line("meetings.yaml", "triggers", own + ", rank: 2, match: '" + words + "'}")
                : new Overrides.Line("kinds.yaml", "triggers", own + ", in: [title], match: '" + words + "'}");
    }

    /**
     * The rules that {@code corrections} speak for, best founded first: for a label that people gave to at least {@link #LEAST}
     * texts against the rules, the longest words that the most of their titles share and that lead nowhere else, that is: every
     * document with these words in its title has that label, or one that people found wrong in this group.
     *
     * @param archive how many documents with words in their title have which label, by its id
     */
    static List<Suggestion> of(List<Correction> corrections, Archive archive) {
        Map<Wanted, List<Correction>> groups = corrections.stream()
                .filter(correction -> Wanted.FIELDS.contains(correction.field()))
                .filter(correction -> correction.values().size() == 1 && !correction.confirms())
                .collect(groupingBy(
                        correction -> new Wanted(
                                correction.field(), correction.values().getFirst()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return groups.entrySet().stream()
                .flatMap(group -> best(group.getKey(), group.getValue(), archive).stream())
                .sorted(Comparator.comparingInt(Suggestion::corrections).reversed())
                .toList();
    }

    /** What the archive says of titles. */
    @FunctionalInterface
    interface Archive {
        /** How many documents with these words in their title have which label, by its id; empty for none. */
        Map<String, Long> labelled(String words, Correctable field);
    }

    private record Wanted(Correctable field, Label label) {
        static final Set<Correctable> FIELDS = Set.of(Correctable.TYPE, Correctable.KIND);
    }

    private static Optional<Suggestion> best(Wanted wanted, List<Correction> corrections, Archive archive) {
        Set<String> allowed = Stream.concat(
                        Stream.of(wanted.label().id()),
                        corrections.stream()
                                .map(correction -> correction.ruled().stream()
                                        .findFirst()
                                        .map(Label::id)
                                        .orElse("")))
                .collect(Collectors.toSet());
        Predicate<String> pure = words ->
                allowed.containsAll(archive.labelled(words, wanted.field()).keySet());
        List<String> refused = new ArrayList<>();
        for (Map.Entry<String, Long> candidate : candidates(wanted.field(), corrections)) {
            String words = candidate.getKey();
            boolean wider = refused.stream().anyMatch(other -> other.contains(words));
            if (!wider && pure.test(words)) {
                int count = candidate.getValue().intValue();
                return Optional.of(new Suggestion(wanted.field(), name(words, pure), wanted.label(), count));
            }
            refused.add(words);
            if (refused.size() >= MOST_TRIED) {
                break;
            }
        }
        return Optional.empty();
    }

    /** Without whose meeting it is, when that leads nowhere else either. */
    private static String name(String words, Predicate<String> pure) {
        String name = WHOSE.matcher(words).replaceFirst("");
        return pure.test(name) ? name : words;
    }

    /** Words of the titles and in how many titles they are: those of most first, among equals the longest. */
    private static List<Map.Entry<String, Long>> candidates(Correctable field, List<Correction> corrections) {
        Map<String, Long> counts = corrections.stream()
                .map(correction -> Normal.of(correction.title()).text())
                .flatMap(title -> pieces(field, title).stream())
                .collect(groupingBy(Function.identity(), Collectors.counting()));
        Comparator<Map.Entry<String, Long>> order = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST)
                .sorted(order.thenComparingInt(entry -> -entry.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    private static Set<String> pieces(Correctable field, String title) {
        Set<String> pieces = new LinkedHashSet<>();
        Matcher run = HAN.matcher(title);
        while (run.find()) {
            String words = run.group();
            IntStream.range(0, words.length())
                    .forEach(start -> IntStream.rangeClosed(start + SHORTEST, Math.min(words.length(), start + LONGEST))
                            .mapToObj(end -> words.substring(start, end))
                            .filter(piece -> BEFORE_NAMES.indexOf(piece.charAt(0)) < 0)
                            .filter(piece -> field != Correctable.TYPE
                                    || MEETING.matcher(piece).matches())
                            .forEach(pieces::add));
        }
        return pieces;
    }
}
