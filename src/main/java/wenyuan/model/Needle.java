package wenyuan.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Letters that a text must hold if a regular expression is to match in it: one word of each set. Looked for first, because
 * that is far quicker. There may be fewer sets than could be found, never one that a match can do without.
 */
record Needle(List<List<String>> sets) {
    private static final Needle NONE = new Needle(List.of());
    private static final int MOST_WORDS = 24;
    private static final Comparator<List<String>> RAREST = Comparator.<List<String>>comparingInt(
                    set -> set.stream().mapToInt(String::length).min().orElse(0))
            .thenComparingInt(set -> -set.size());
    private static final Pattern CASELESS = Pattern.compile("\\(\\?[a-z]+[:)]");

    Needle {
        sets = sets.stream().map(List::copyOf).toList();
    }

    /** What every match of {@code regex} needs; nothing when that cannot be told. */
    static Needle of(String regex) {
        return CASELESS.matcher(regex).find() ? NONE : new Needle(new Reading(regex).alternatives());
    }

    /** Whether {@code text} holds what a match needs. */
    boolean in(String text) {
        for (List<String> set : sets) {
            if (!any(set, text)) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(List<String> set, String text) {
        for (String word : set) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Reads an expression once, from left to right. */
    private static final class Reading {
        private final String regex;
        private int at = 0;

        Reading(String regex) {
            this.regex = regex;
        }

        /** Up to the end or to the bracket that closes: what one branch needs, or one word of what each branch needs. */
        List<List<String>> alternatives() {
            List<List<List<String>>> branches = new ArrayList<>(List.of(branch()));
            while (at < regex.length() && regex.charAt(at) == '|') {
                at++;
                branches.add(branch());
            }
            return branches.size() == 1 ? branches.getFirst() : either(branches);
        }

        private static List<List<String>> either(List<List<List<String>>> branches) {
            List<String> words = new ArrayList<>();
            for (List<List<String>> branch : branches) {
                if (branch.isEmpty()) {
                    return List.of();
                }
                words.addAll(branch.stream().max(RAREST).orElseThrow());
            }
            return words.size() > MOST_WORDS
                    ? List.of()
                    : List.of(words.stream().distinct().toList());
        }

        private List<List<String>> branch() {
            List<List<String>> needed = new ArrayList<>();
            StringBuilder run = new StringBuilder();
            while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
                String letter = letter();
                List<List<String>> group = letter.isEmpty() ? construct() : List.of();
                boolean optional = optional();
                boolean repeated = quantifier();
                if (!optional) {
                    run.append(letter);
                    needed.addAll(group);
                }
                if (letter.isEmpty() || optional || repeated) {
                    end(run, needed);
                }
            }
            end(run, needed);
            return needed;
        }

        private static void end(StringBuilder run, List<List<String>> needed) {
            if (!run.isEmpty()) {
                needed.add(List.of(run.toString()));
                run.setLength(0);
            }
        }

        /** The letter here, which is passed; empty when something else stands here. */
        private String letter() {
            char c = regex.charAt(at);
            boolean sign = c == '\\' && at + 1 < regex.length() && !Character.isLetterOrDigit(regex.charAt(at + 1));
            if (sign) {
                at += 2;
                return regex.substring(at - 1, at);
            }
            if ("\\([.^$*+?{".indexOf(c) >= 0) {
                return "";
            }
            at++;
            return String.valueOf(c);
        }

        private List<List<String>> construct() {
            switch (regex.charAt(at)) {
                case '(' -> {
                    return group();
                }
                case '[' -> at = classEnd(at);
                case '\\' -> at = regex.startsWith("{", at + 2) ? regex.indexOf('}', at) + 1 : at + 2;
                default -> at++;
            }
            return List.of();
        }

        private List<List<String>> group() {
            boolean negative = regex.startsWith("(?!", at) || regex.startsWith("(?<!", at);
            at++;
            if (at < regex.length() && regex.charAt(at) == '?') {
                boolean named = regex.startsWith("<", at + 1) && "=!".indexOf(regex.charAt(at + 2)) < 0;
                at = named ? regex.indexOf('>', at) + 1 : at + (regex.startsWith("<", at + 1) ? 3 : 2);
            }
            List<List<String>> inside = alternatives();
            at++;
            return negative ? List.of() : inside;
        }

        private boolean optional() {
            return at < regex.length() && ("?*".indexOf(regex.charAt(at)) >= 0 || regex.startsWith("{0", at));
        }

        /** Passes a quantifier, if one stands here. */
        private boolean quantifier() {
            int before = at;
            while (at < regex.length() && "?*+{".indexOf(regex.charAt(at)) >= 0) {
                at = regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 : at + 1;
            }
            return at > before;
        }

        private int classEnd(int start) {
            int depth = 0;
            for (int i = start; i < regex.length(); i++) {
                char c = regex.charAt(i);
                if (c == '\\') {
                    i++;
                } else if (c == '[') {
                    depth++;
                } else if (c == ']' && --depth == 0) {
                    return i + 1;
                }
            }
            return regex.length();
        }
    }
}
