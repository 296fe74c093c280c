package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import wenyuan.model.PageRules.Where;
import wenyuan.model.PageRules.ZoneRule;
import wenyuan.model.Rule;

/** Finds what a printed page repeats on every sheet: the same short line, page numbers aside. */
final class Furniture {
    private static final ZoneRule REPEATED =
            new ZoneRule(new Rule("page.repeated", Pattern.compile("")), "pageFurniture", Where.ANYWHERE);
    private static final int LONGEST = 30;
    private static final int SHORTEST = 4;
    private static final int SHEETS = 3;
    private static final int LEAST_DISTANCE = 8;
    /** A line of running text may well come back; headers have no stops and commas. */
    private static final Pattern PUNCTUATED = Pattern.compile("[,。;、:!?]");

    private static final Pattern NUMBERS = Pattern.compile("\\d+");

    private Furniture() {}

    static List<Placed> setApart(List<Placed> lines) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (candidate(lines.get(i))) {
                places.computeIfAbsent(key(lines.get(i)), key -> new ArrayList<>())
                        .add(i);
            }
        }
        return lines.stream()
                .map(line -> repeated(line, places) ? line.in(REPEATED) : line)
                .toList();
    }

    private static boolean repeated(Placed line, Map<String, List<Integer>> places) {
        return candidate(line) && onEverySheet(places.getOrDefault(key(line), List.of()));
    }

    private static boolean onEverySheet(List<Integer> places) {
        return places.size() >= SHEETS && places.getLast() - places.getFirst() >= (places.size() - 1) * LEAST_DISTANCE;
    }

    private static boolean candidate(Placed line) {
        return line.isBody()
                && line.line().length() >= SHORTEST
                && line.line().length() <= LONGEST
                && !PUNCTUATED.matcher(line.line().sight()).find();
    }

    private static String key(Placed line) {
        return NUMBERS.matcher(line.line().sight()).replaceAll("#");
    }
}
