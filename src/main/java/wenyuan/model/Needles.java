package wenyuan.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What can be said of every match of a regular expression without running it.
 *
 * @param any each match holds at least one of these; empty when nothing is known
 * @param opening whether a match can only begin where the text begins
 */
record Needles(List<String> any, boolean opening) {
    private static final Needles NONE = new Needles(List.of(), false);
    private static final Pattern UNREADABLE = Pattern.compile("\\\\Q|\\(\\?[a-zA-Z-]");
    /** What a normal form holds for a placeholder: few lines have one. */
    private static final String PLACEHOLDER = "▢";

    private static final int RARE = 3;
    /** More would take as long to look for as the expression itself. */
    private static final int MOST = 64;

    Needles {
        any = List.copyOf(any);
    }

    /** Reads {@code pattern} as far as it is sure of it; nothing of one with flags. */
    static Needles of(Pattern pattern) {
        boolean readable =
                pattern.flags() == 0 && !UNREADABLE.matcher(pattern.pattern()).find();
        return readable ? new Reader(pattern.pattern()).alternatives() : NONE;
    }

    /** Whether {@code text} may hold a match. */
    boolean in(String text) {
        if (any.isEmpty()) {
            return true;
        }
        for (String needle : any) {
            if (text.contains(needle)) {
                return true;
            }
        }
        return false;
    }

    private Needles or(Needles other) {
        List<String> both = new ArrayList<>(any);
        other.any.stream().filter(Predicate.not(any::contains)).forEach(both::add);
        boolean known = !any.isEmpty() && !other.any.isEmpty() && both.size() <= MOST;
        return new Needles(known ? both : List.of(), opening && other.opening);
    }

    /** The longer needles tell more, then the fewer. */
    private List<String> better(List<String> other) {
        int mine = shortest(any);
        int others = shortest(other);
        return mine > others || (mine == others && any.size() <= other.size()) ? any : other;
    }

    /** These needles or the letters of {@code run}, which it empties. */
    private Needles with(StringBuilder run) {
        Needles needles = run.isEmpty() ? this : new Needles(better(List.of(run.toString())), opening);
        run.setLength(0);
        return needles;
    }

    private static int shortest(List<String> needles) {
        return needles.stream()
                .mapToInt(needle -> needle.equals(PLACEHOLDER) ? RARE : needle.length())
                .min()
                .orElse(0);
    }

    /** One pass over an expression. A construct it does not know counts as one that may match anything. */
    private static final class Reader {
        private static final String CLASS_SYNTAX = "^-[&\\";
        private static final int MOST_IN_CLASS = 12;
        private static final int MOST_COPIES = 4;

        private final String regex;
        private int at;

        Reader(String regex) {
            this.regex = regex;
        }

        Needles alternatives() {
            Needles all = sequence();
            while (at < regex.length() && regex.charAt(at) == '|') {
                at++;
                all = all.or(sequence());
            }
            return all;
        }

        private Needles sequence() {
            Needles best = NONE;
            StringBuilder run = new StringBuilder();
            boolean opening = false;
            int start = at;
            while (at < regex.length() && "|)".indexOf(regex.charAt(at)) < 0) {
                boolean first = at == start;
                boolean bare = regex.charAt(at) != '(';
                Needles part = part();
                boolean letter = bare && part.any.size() == 1;
                boolean one = at >= regex.length() || "?*+{".indexOf(regex.charAt(at)) < 0;
                int least = least();
                opening |= first && part.opening && least > 0;
                if (letter) {
                    run.append(part.any.getFirst().repeat(Math.min(least, MOST_COPIES)));
                }
                if (!letter || !one) {
                    best = best.with(run);
                    best = least > 0 ? new Needles(best.better(part.any), false) : best;
                }
            }
            return new Needles(best.with(run).any, opening);
        }

        private Needles part() {
            char c = regex.charAt(at++);
            return switch (c) {
                case '^' -> new Needles(List.of(), true);
                case '$', '.' -> NONE;
                case '\\' -> escaped();
                case '[' -> letters();
                case '(' -> group();
                default -> new Needles(List.of(String.valueOf(c)), false);
            };
        }

        private Needles escaped() {
            char c = regex.charAt(at++);
            if (at < regex.length() && regex.charAt(at) == '{' && "pPxN".indexOf(c) >= 0) {
                at = regex.indexOf('}', at) + 1;
            } else if (c == 'k') {
                at = regex.indexOf('>', at) + 1;
            } else if (c == 'u') {
                at += 4;
            } else if (c == 'x') {
                at += 2;
            }
            return Character.isLetterOrDigit(c) ? NONE : new Needles(List.of(String.valueOf(c)), false);
        }

        /** The members of a small plain class. */
        private Needles letters() {
            int start = at;
            int first = regex.charAt(at) == '^' ? at + 2 : at + 1;
            int depth = 1;
            while (depth > 0) {
                char c = regex.charAt(at++);
                if (c == '\\') {
                    at++;
                } else if (c == '[') {
                    depth++;
                } else if (c == ']' && at > first) {
                    depth--;
                }
            }
            String members = regex.substring(start, at - 1);
            boolean plain =
                    members.length() <= MOST_IN_CLASS && members.chars().noneMatch(c -> CLASS_SYNTAX.indexOf(c) >= 0);
            return plain
                    ? new Needles(members.chars().mapToObj(Character::toString).toList(), false)
                    : NONE;
        }

        private Needles group() {
            boolean not = regex.startsWith("?!", at) || regex.startsWith("?<!", at);
            boolean around = not || regex.startsWith("?=", at) || regex.startsWith("?<=", at);
            if (regex.startsWith("?<", at) && !around) {
                at = regex.indexOf('>', at) + 1;
            } else if (regex.startsWith("?", at)) {
                at += regex.startsWith("?<", at) ? 3 : 2;
            }
            Needles inside = alternatives();
            at++;
            return not ? NONE : new Needles(inside.any, inside.opening && !around);
        }

        /** How often the part just read must occur; reads the quantifier. */
        private int least() {
            Quantifier times = Quantifier.at(regex, at);
            at = times.end();
            return times.least();
        }
    }
}
