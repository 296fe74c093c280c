package wenyuan.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads out of a regular expression the few characters with which every match must begin. Reads each construct that the
 * rules use; of any other it knows nothing, and so of the whole expression.
 */
final class Beginnings {
    private static final Pattern UNREADABLE = Pattern.compile("\\\\[QEGkbBAzZR]|\\(\\?[a-zA-Z-]|\\(\\?>|&&");
    /** No more characters are looked at. */
    private static final int LENGTH = 2;
    /** More would be no quicker than the expression itself. */
    private static final int MOST = 160;

    private final String regex;
    private int at;

    private Beginnings(String regex) {
        this.regex = regex;
    }

    /** The beginnings; none when they cannot be told. */
    static List<String> of(Pattern pattern) {
        boolean readable =
                pattern.flags() == 0 && !UNREADABLE.matcher(pattern.pattern()).find();
        Part whole = readable ? new Beginnings(pattern.pattern()).alternatives() : ANYTHING;
        return whole.sure() ? List.copyOf(whole.all()) : List.of();
    }

    /**
     * How a piece of an expression may begin.
     *
     * @param closed beginnings after which anything may come
     * @param open beginnings that the next piece goes on from; the empty one when the piece may be empty
     */
    private record Part(Set<String> closed, Set<String> open) {
        static Part of(String letter) {
            return new Part(Set.of(), Set.of(letter));
        }

        boolean sure() {
            return !open.contains("") && !closed.contains("") && closed.size() + open.size() <= MOST;
        }

        Set<String> all() {
            Set<String> all = new LinkedHashSet<>(closed);
            all.addAll(open);
            return all;
        }

        Part or(Part other) {
            return new Part(union(closed, other.closed), union(open, other.open));
        }

        /** After which anything may come: nothing is known of what follows. */
        Part shut() {
            return new Part(all(), Set.of());
        }

        /** This piece and then {@code next}. */
        Part then(Part next) {
            Set<String> shut = new LinkedHashSet<>(closed);
            Set<String> still = new LinkedHashSet<>();
            for (String beginning : open) {
                if (beginning.length() >= LENGTH) {
                    shut.add(beginning);
                } else {
                    next.closed.forEach(more -> shut.add(cut(beginning + more)));
                    next.open.forEach(more -> still.add(cut(beginning + more)));
                }
            }
            return new Part(shut, still);
        }

        private static String cut(String beginning) {
            return beginning.substring(0, Math.min(LENGTH, beginning.length()));
        }

        private static Set<String> union(Set<String> a, Set<String> b) {
            Set<String> both = new LinkedHashSet<>(a);
            both.addAll(b);
            return both;
        }
    }

    private static final Part EMPTY = Part.of("");
    private static final Part ANYTHING = new Part(Set.of(""), Set.of());

    private Part alternatives() {
        Part all = sequence();
        while (at < regex.length() && regex.charAt(at) == '|') {
            at++;
            all = all.or(sequence());
        }
        return all;
    }

    private Part sequence() {
        Part sequence = EMPTY;
        while (at < regex.length() && "|)".indexOf(regex.charAt(at)) < 0) {
            Part piece = piece();
            sequence = sequence.then(counted(piece));
            if (sequence.closed.size() + sequence.open.size() > MOST) {
                sequence = ANYTHING;
            }
        }
        return sequence;
    }

    private Part piece() {
        char c = regex.charAt(at++);
        return switch (c) {
            case '^', '$' -> EMPTY;
            case '.' -> ANYTHING;
            case '\\' -> escaped();
            case '[' -> letters();
            case '(' -> group();
            default -> Part.of(String.valueOf(c));
        };
    }

    /** The piece as often as the quantifier behind it allows. */
    private Part counted(Part piece) {
        Quantifier times = Quantifier.at(regex, at);
        at = times.end();
        Part some = times.once() ? piece : piece.shut();
        return times.least() > 0 ? some : some.or(EMPTY);
    }

    private Part escaped() {
        char c = regex.charAt(at++);
        if (at < regex.length() && regex.charAt(at) == '{' && "pP".indexOf(c) >= 0) {
            at = regex.indexOf('}', at) + 1;
            return ANYTHING;
        }
        if (c == 'd') {
            return members("0123456789");
        }
        if (c == 'u') {
            at += 4;
            return ANYTHING;
        }
        return Character.isLetterOrDigit(c) ? ANYTHING : Part.of(String.valueOf(c));
    }

    /** The members of a class without negation, classes inside or escapes. */
    private Part letters() {
        int start = at;
        int first = regex.charAt(at) == '^' ? at + 2 : at + 1;
        int depth = 1;
        boolean plain = regex.charAt(at) != '^';
        while (depth > 0) {
            char c = regex.charAt(at++);
            if (c == '\\') {
                at++;
                plain = false;
            } else if (c == '[') {
                depth++;
                plain = false;
            } else if (c == ']' && at > first) {
                depth--;
            }
        }
        return plain ? expanded(regex.substring(start, at - 1)) : ANYTHING;
    }

    private static Part expanded(String members) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < members.length(); i++) {
            if (i + 2 < members.length() && members.charAt(i + 1) == '-') {
                if (members.charAt(i + 2) - members.charAt(i) > MOST) {
                    return ANYTHING;
                }
                for (char c = members.charAt(i); c <= members.charAt(i + 2); c++) {
                    letters.append(c);
                }
                i += 2;
            } else {
                letters.append(members.charAt(i));
            }
        }
        return members(letters.toString());
    }

    private static Part members(String letters) {
        List<String> all = new ArrayList<>();
        letters.chars().mapToObj(Character::toString).forEach(all::add);
        return new Part(Set.of(), new LinkedHashSet<>(all));
    }

    /** What only looks around takes up nothing. */
    private Part group() {
        boolean around = regex.startsWith("?=", at)
                || regex.startsWith("?!", at)
                || regex.startsWith("?<=", at)
                || regex.startsWith("?<!", at);
        if (regex.startsWith("?<", at) && !around) {
            at = regex.indexOf('>', at) + 1;
        } else if (regex.startsWith("?", at)) {
            at += regex.startsWith("?<", at) ? 3 : 2;
        }
        Part inside = alternatives();
        at++;
        return around ? EMPTY : inside;
    }
}
